import { copyFile, type FileHandle, link, open } from "node:fs/promises";
import path from "node:path";
import type { Segment } from "./manifest.js";

/** Where a record lies: the number of its file, its offset there and its length, bytes. */
export interface Place {
  readonly segment: number;
  readonly at: number;
  readonly bytes: number;
}

/**
 * A file of records grows to about this many bytes: a change writes anew, at most, the files that held what is
 * gone (32 MiB are copied in some 50 ms), and a library of 100,000 sentences has some 40 of them.
 */
const SEGMENT_BYTES = 32 * 1024 * 1024;
/** Smaller files are gathered into larger ones at the next change. */
export const SMALL_SEGMENT_BYTES = SEGMENT_BYTES / 4;
/** Records are written together from this many bytes on: a killed build loses a few passages, under a second's work. */
const BUFFER_BYTES = 256 * 1024;

export interface RecordWriter {
  /** The files so far; of the last the length is not known before the end. */
  readonly segments: readonly Segment[];
  append(record: Uint8Array): Promise<Place>;
  /** Until then what was appended last may not be in the file yet. */
  flush(): Promise<void>;
  /** Takes a whole file of records over, by a hard link where the file system has them. @returns its number. */
  adopt(file: string, bytes: number): Promise<number>;
  /** Flushes and closes everything. */
  finish(): Promise<readonly Segment[]>;
  abandon(): Promise<void>;
}

/** Writes records into `folder`, one after the other, so that a killed process loses no more than the last few. */
export function createRecordWriter(folder: string): RecordWriter {
  const segments: Segment[] = [];
  let current: { readonly handle: FileHandle; readonly segment: number; bytes: number } | undefined;
  let buffer: Uint8Array[] = [];
  let buffered = 0;
  const flush = async (): Promise<void> => {
    if (!current || buffered === 0) return;
    const bytes = Buffer.concat(buffer);
    buffer = [];
    buffered = 0;
    // Unlike write, writeFile goes on where the system took only a part.
    await current.handle.writeFile(bytes);
  };
  const begin = (): { readonly name: string; readonly segment: number } => ({
    name: `records-${segments.length}.bin`,
    segment: segments.length,
  });
  const end = async (): Promise<void> => {
    if (!current) return;
    const { handle, segment, bytes } = current;
    try {
      await flush();
      current = undefined;
      segments[segment] = { name: `records-${segment}.bin`, bytes };
      await handle.sync();
    } finally {
      await handle.close();
    }
  };
  return {
    segments,
    flush,
    async append(record) {
      if (current && current.bytes + record.length > SEGMENT_BYTES) await end();
      if (!current) {
        const { name, segment } = begin();
        segments.push({ name, bytes: 0 });
        current = { handle: await open(path.join(folder, name), "w"), segment, bytes: 0 };
      }
      const { segment, bytes: at } = current;
      buffer.push(record);
      buffered += record.length;
      current.bytes += record.length;
      if (buffered >= BUFFER_BYTES) await flush();
      return { segment, at, bytes: record.length };
    },
    async adopt(file, bytes) {
      const { name, segment } = begin();
      const own = path.join(folder, name);
      await link(file, own).catch(() => copyFile(file, own));
      segments.push({ name, bytes });
      return segment;
    },
    async finish() {
      await end();
      return segments;
    },
    async abandon() {
      const left = current;
      current = undefined;
      await left?.handle.close().catch(() => undefined);
    },
  };
}
