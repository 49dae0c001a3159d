import { closeSync, openSync, read } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { QuothError } from "../../edition/quoth-error.js";
import type { EncodedPassage } from "../../retrieval/embedder.js";
import type { Segment } from "./manifest.js";
import { readRecord } from "./record.js";
import type { Place } from "./record-writer.js";

/**
 * Records that were read stay in memory up to this many bytes, the last used ones. A question reads a dozen of
 * some 60 KB; an index of up to some 500 passages stays whole.
 */
export const CACHE_BYTES = 32 * 1024 * 1024;

export interface RecordReader {
  /**
   * The record of a unit, every byte of it checked when it is read from the disk.
   * @throws QuothError `index-damaged`.
   */
  read(place: Place, content: string): Promise<EncodedPassage>;
  /** The same, as it lies in the file, and not remembered. */
  copy(place: Place, content: string): Promise<Uint8Array>;
  close(): void;
}

const readAt = promisify(read);

// Whoever still holds a reader may go on reading after its folder was replaced; its files are closed when nobody does.
const unreachable = new FinalizationRegistry<readonly number[]>((files) => files.forEach(closeSync));

/** Opens the record files of an index folder. @param model of `modelKey`. */
export function openRecords(folder: string, segments: readonly Segment[], model: string): RecordReader {
  const files: number[] = [];
  try {
    for (const { name } of segments) files.push(openSync(path.join(folder, name), "r"));
  } catch (error) {
    files.forEach(closeSync);
    throw error;
  }
  const cached = new Map<string, EncodedPassage & { readonly bytes: number }>();
  let held = 0;
  let closed = false;
  const remember = (key: string, passage: EncodedPassage, bytes: number): void => {
    cached.set(key, { ...passage, bytes });
    held += bytes;
    for (const [oldest, { bytes: size }] of cached) {
      if (held <= CACHE_BYTES || oldest === key) break;
      cached.delete(oldest);
      held -= size;
    }
  };
  const load = async (
    { segment, at, bytes }: Place,
    content: string,
  ): Promise<{ readonly record: Uint8Array; readonly passage: EncodedPassage }> => {
    const file = files[segment];
    if (file === undefined || closed) throw damaged(folder, `records-${segment}.bin is not open`);
    const record = new Uint8Array(bytes);
    const { bytesRead } = await readAt(file, record, 0, bytes, at);
    const passage = bytesRead === bytes ? readRecord(record, model, content) : undefined;
    if (!passage) throw damaged(folder, `records-${segment}.bin has changed`);
    return { record, passage };
  };
  const reader: RecordReader = {
    async read(place, content) {
      const key = `${place.segment}:${place.at}`;
      const known = cached.get(key);
      if (known) {
        // Last used, last dropped.
        cached.delete(key);
        cached.set(key, known);
        return known;
      }
      const { passage } = await load(place, content);
      if (!cached.has(key)) remember(key, passage, place.bytes);
      return passage;
    },
    copy: async (place, content) => (await load(place, content)).record,
    close() {
      if (closed) return;
      closed = true;
      unreachable.unregister(reader);
      files.forEach(closeSync);
    },
  };
  unreachable.register(reader, files, reader);
  return reader;
}

function damaged(folder: string, why: string): QuothError {
  return new QuothError("index-damaged", `The index ${path.basename(folder)} cannot be used: ${why}.`, {
    remedy: "Build it again: quoth build --force",
  });
}
