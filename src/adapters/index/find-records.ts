import { closeSync, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import path from "node:path";
import { pause } from "./pause.js";
import { HEADER_BYTES, readHeader } from "./record.js";

/** A record as its header describes it, in a file of an index folder that may be whole, damaged or half built. */
export interface FoundRecord {
  readonly at: number;
  readonly bytes: number;
  readonly content: string;
}

export interface FoundSegment {
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
  readonly records: readonly FoundRecord[];
  /** Whether there is nothing but these records in it: a killed build leaves a torn one at the end. */
  readonly clean: boolean;
}

/** The record files in `folder` and what their headers say they hold for this model; none where it is gone. */
export async function findRecords(folder: string, model: string): Promise<readonly FoundSegment[]> {
  const found: FoundSegment[] = [];
  let names: readonly string[];
  try {
    names = readdirSync(folder).filter((name) => /^records-\d+\.bin$/.test(name));
  } catch {
    return [];
  }
  for (const name of names) {
    await pause();
    const segment = scan(path.join(folder, name), name, model);
    if (segment) found.push(segment);
  }
  return found;
}

function scan(file: string, name: string, model: string): FoundSegment | undefined {
  let handle: number;
  try {
    handle = openSync(file, "r");
  } catch {
    return undefined;
  }
  try {
    const bytes = fstatSync(handle).size;
    const header = Buffer.alloc(HEADER_BYTES);
    const records: FoundRecord[] = [];
    let at = 0;
    let clean = true;
    while (at < bytes) {
      const read = readSync(handle, header, 0, HEADER_BYTES, at);
      const one = readHeader(header.subarray(0, read));
      // Without a header nobody knows where the next one begins.
      if (!one || at + one.bytes > bytes) break;
      if (one.model === model) records.push({ at, bytes: one.bytes, content: one.content });
      else clean = false;
      at += one.bytes;
    }
    return { file, name, bytes, records, clean: clean && at === bytes };
  } catch {
    return undefined;
  } finally {
    closeSync(handle);
  }
}
