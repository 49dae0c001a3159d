import { QuothError } from "../../edition/quoth-error.js";
import { findRecords, type FoundSegment } from "./find-records.js";
import { openRecords } from "./record-reader.js";
import { type Place, type RecordWriter, SMALL_SEGMENT_BYTES } from "./record-writer.js";

/**
 * Takes the records of `wanted` contents over from earlier index folders, damaged and half-built ones too. A file in
 * which nothing else lies is linked as it is; of the others just the wanted records are copied, each checked.
 * @param model of `modelKey`. @param distrust copies and checks everything.
 * @returns where they lie now; what is not in it has to be encoded.
 */
export async function gatherRecords(
  writer: RecordWriter,
  sources: readonly string[],
  wanted: ReadonlySet<string>,
  model: string,
  distrust: boolean,
): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
  for (const folder of sources) {
    for (const segment of await findRecords(folder, model)) {
      const taken = new Set<string>();
      const live = segment.records.filter(({ content }) => {
        if (!wanted.has(content) || places.has(content) || taken.has(content)) return false;
        taken.add(content);
        return true;
      });
      if (live.length === 0) continue;
      const whole = !distrust && segment.clean && live.length === segment.records.length;
      if (whole && segment.bytes >= SMALL_SEGMENT_BYTES) {
        const number = await writer.adopt(segment.file, segment.bytes);
        for (const { at, bytes, content } of live) places.set(content, { segment: number, at, bytes });
      } else await copyRecords(writer, folder, { ...segment, records: live }, model, places);
    }
  }
  return places;
}

async function copyRecords(
  writer: RecordWriter,
  folder: string,
  { name, bytes: size, records }: FoundSegment,
  model: string,
  places: Map<string, Place>,
): Promise<void> {
  const reader = openRecords(folder, [{ name, bytes: size }], model);
  try {
    for (const { at, bytes, content } of records) {
      const record = await reader.copy({ segment: 0, at, bytes }, content).catch((error: unknown) => {
        // A damaged one is encoded anew.
        if (error instanceof QuothError) return undefined;
        throw error;
      });
      if (record) places.set(content, await writer.append(record));
    }
  } finally {
    reader.close();
  }
}
