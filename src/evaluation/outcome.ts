import { z } from "zod";

/**
 * How right is judged. SQuAD: `position`, the passage holds the answer where the annotator marked it; `string`, it
 * contains the answer's words, wherever. The letter's own: `accepted`, it touches an accepted reference; `complete`,
 * it holds the whole of one.
 */
export const CRITERIA = ["position", "string", "accepted", "complete"] as const;

export type Criterion = (typeof CRITERIA)[number];

/** From 1; null where nothing in the list was right. */
const rank = z.number().int().positive().nullable();
const ranks = z.partialRecord(z.enum(CRITERIA), rank);

/** What became of one question: a line of `--per-question`. */
export const outcomeSchema = z.object({
  id: z.string(),
  kind: z.string(),
  answerable: z.boolean(),
  /** Drawn from another file to see whether it is refused; takes no part in the file's own figures. */
  foreign: z.boolean(),
  /** The probability that was stated of what was, or would have been, shown. */
  confidence: z.number(),
  answered: z.object({ default: z.boolean(), strict: z.boolean() }),
  /** Of the first right passage among those that were compared piece by piece. */
  passage: rank.optional(),
  /** Of the first right one in the ranking of single sentences. */
  sentence: ranks,
  /** Of the first right one among the at most three quotes shown, or that would have been shown. */
  quote: ranks,
});

export type Outcome = Readonly<z.infer<typeof outcomeSchema>>;
