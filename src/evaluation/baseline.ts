import { z } from "zod";
import { QuothError } from "../edition/quoth-error.js";
import type { EvaluatedRow } from "./evaluated-row.js";

const share = z.number();
/** What a figure gains when a part is switched off, with its paired interval. */
const gain = z.object({ difference: share, low: share, high: share });

/** bench/quality.json: figures by row, each with its interval, and what parts are worth where that was measured. */
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
      /** By part, then by figure; of the same run as the figures, or not there. */
      ablations: z.record(z.string(), z.record(z.string(), gain)).optional(),
    }),
  ),
});

export type Baseline = Readonly<z.infer<typeof baselineSchema>>;
type Ablations = NonNullable<Baseline["rows"][string]["ablations"]>;

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

/** What is kept of a measured row. */
export function recordedRow({ model, corpus, figures, ablations }: EvaluatedRow): Baseline["rows"][string] {
  const gains = Object.entries(ablations).map(([part, differences]) => [
    part,
    Object.fromEntries(
      Object.entries(differences).map(([name, { difference, low, high }]) => [
        name,
        { difference, low, high },
      ]),
    ),
  ]);
  return {
    model,
    corpus,
    figures,
    ...(gains.length > 0 ? { ablations: Object.fromEntries(gains) as Ablations } : {}),
  };
}

/** The baseline with these rows put in the place of those of the same names; rows sorted by name, for small diffs. */
export function recordRows(before: Baseline | undefined, rows: Baseline["rows"]): Baseline {
  const merged = Object.entries({ ...before?.rows, ...rows });
  return { version: 1, rows: Object.fromEntries(merged.sort(([a], [b]) => (a < b ? -1 : 1))) };
}
