import { z } from "zod";
import { LAYERS } from "../layer.js";
import { quoteSchema } from "../quote.js";

const count = z.number().int().nonnegative();

/** From best to worst; see docs/verification.md for what each one promises. */
export const VERDICTS = ["exact", "exact-normalized", "elided", "altered", "absent"] as const;

const DIFFERENCE_KINDS = [
  "insertion",
  "deletion",
  "substitution",
  "spelling",
  "order",
  "typography",
  "ellipsis",
  "marker",
] as const;

const DIFFERENCE_FLAGS = ["negation", "number", "name"] as const;

/** Why the verdict is what it is, where the differences alone do not say it; the codes are stable. */
export const EXPLANATIONS = [
  /** The words are an editor's: a note, a heading, metadata. */
  "not-the-authors-words",
  /** The words stand in the source, but it is somebody else who says them than the voice that was asked for. */
  "another-voice",
  /** The words of the author and of an editor stand in one quotation. */
  "mixed-layers",
  /** An ellipsis leaves out a negation of a sentence of which words are kept. */
  "ellipsis-swallows-negation",
  /** An ellipsis joins fragments of two sentences (or of two main clauses) as if they were one. */
  "ellipsis-grafts-sentences",
  /** An ellipsis joins words of the author with words of an editor. */
  "ellipsis-joins-layers",
  /** A bracketed insertion adds a negation or takes the place of words that carry the sense. */
  "insertion-changes-sense",
  /** The quotation holds no word, so that there is nothing to find. */
  "no-words",
] as const;

/** One way in which the quotation departs from the source; `expected` is the source's reading. */
const differenceSchema = z.object({
  kind: z.enum(DIFFERENCE_KINDS),
  expected: z.string(),
  found: z.string(),
  flags: z.array(z.enum(DIFFERENCE_FLAGS)),
});

/** An ellipsis that leaves the sentence or the paragraph: the references of its two sides. */
const crossingSchema = z.object({
  kind: z.enum(["sentence", "paragraph"]),
  from: z.string(),
  to: z.string(),
  /** Words of the source that the ellipsis leaves out. */
  omitted: count,
});

/**
 * What `verify` says of one quotation.
 *
 * `reference`, `layer` and `voice` are those of `quote`: the whole sentences in which the words stand, within
 * one passage; `quotes` has one for each passage where they stand in several. `spans` are the very words
 * (UTF-16 offsets in the file of `quote`). `witnesses` read as the quotation does (none, where it is altered or
 * absent). `searched` says what an "absent" rests on.
 */
export const checkSchema = z.object({
  version: z.literal(1),
  id: z.string().optional(),
  quotation: z.string(),
  verdict: z.enum(VERDICTS),
  layer: z.enum(LAYERS).optional(),
  voice: z.string().optional(),
  reference: z.string().optional(),
  quote: quoteSchema.optional(),
  quotes: z.array(quoteSchema).optional(),
  spans: z.array(z.object({ start: count, end: count })).optional(),
  witnesses: z.array(z.string()),
  differences: z.array(differenceSchema),
  crossings: z.array(crossingSchema),
  explanations: z.array(z.enum(EXPLANATIONS)),
  searched: z.object({
    works: z.array(z.string()),
    witnesses: z.array(z.string()),
    layers: z.array(z.enum(LAYERS)),
    words: count,
  }),
});

export type Check = Readonly<z.infer<typeof checkSchema>>;
export type Verdict = Check["verdict"];
export type Difference = Readonly<z.infer<typeof differenceSchema>>;
export type DifferenceFlag = (typeof DIFFERENCE_FLAGS)[number];
export type Crossing = Readonly<z.infer<typeof crossingSchema>>;
export type Explanation = (typeof EXPLANATIONS)[number];
