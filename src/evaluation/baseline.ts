import { z } from "zod";
import { QuothError } from "../edition/quoth-error.js";

const share = z.number();

/** bench/quality.json: figures by row, each with its interval. */
export const baselineSchema = z.object({
  version: z.literal(1),
  rows: z.record(
    z.string(),
    z.object({
      model: z.string(),
      /** Passages and sentences that were searched. */
      corpus: z.object({ passages: z.number(), sentences: z.number() }),
      figures: z.record(
        z.string(),
        z.object({
          value: share,
          low: share,
          high: share,
          questions: z.number().int(),
          better: z.enum(["higher", "lower"]),
        }),
      ),
    }),
  ),
});

export type Baseline = Readonly<z.infer<typeof baselineSchema>>;

/** @throws QuothError `usage` where the text is no baseline. */
export function parseBaseline(text: string, file: string): Baseline {
  try {
    return baselineSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new QuothError("usage", `${file} holds no recorded figures.`, {
      remedy: "Write it anew: quoth eval --record",
      cause,
    });
  }
}

/** The baseline with these rows put in the place of those of the same names; rows sorted by name, for small diffs. */
export function recordRows(before: Baseline | undefined, rows: Baseline["rows"]): Baseline {
  const merged = Object.entries({ ...before?.rows, ...rows });
  return { version: 1, rows: Object.fromEntries(merged.sort(([a], [b]) => (a < b ? -1 : 1))) };
}
