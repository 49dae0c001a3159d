import { z } from "zod";

const offset = z.number().int().nonnegative();
const file = z.object({ file: z.string().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * `<file>.map.json` beside a marked-up or re-encoded file: which text was taken out of which file, by what, and
 * where each stretch of it stands there. Offsets are UTF-16 units, of the text and of the file decoded; a stretch
 * [offset, start, end] reaches to the next one's offset. Names are relative to the folder of the map.
 */
export const sourceMapSchema = z.object({
  version: z.literal(1),
  /** The importer and its version. */
  importer: z.string().min(1),
  encoding: z.string().min(1),
  source: file,
  text: file,
  origin: z.array(z.tuple([offset, offset, offset])),
});

export type SourceMap = z.infer<typeof sourceMapSchema>;
