import { z } from "zod";
import { LAYERS } from "../edition/layer.js";
import { quoteSchema } from "../edition/quote.js";

const common = {
  version: z.literal(1),
  id: z.string().optional(),
  question: z.string(),
  /** Calibrated probability that the quotes (on an abstention: `closest`) answer the question. */
  confidence: z.number().min(0).max(1),
};

/** Why nothing was quoted; the codes are stable. */
export const ABSTENTION_REASONS = [
  "not-in-source",
  "occurs-nowhere",
  "language",
  "nothing-asked",
  /** A question about the document, where several are loaded and it does not say which it means. */
  "which-work",
] as const;

const declared = z.object({
  work: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  addressee: z.string().optional(),
  date: z.string().optional(),
});

export type Declared = Readonly<z.infer<typeof declared>>;

/** Words of the question that occur, in no inflection, in none of these. */
const searched = z.object({
  words: z.array(z.string()),
  works: z.array(z.string()),
  witnesses: z.array(z.string()),
  layers: z.array(z.enum(LAYERS)),
});

const answerFound = z.object({
  ...common,
  kind: z.literal("answer"),
  quotes: z.array(quoteSchema).min(1),
  notes: z.array(quoteSchema),
  /** Asked whether things are mentioned: the words of those that occur nowhere; the quotes bear others. */
  searched: searched.optional(),
});

const abstention = z.object({
  ...common,
  kind: z.literal("abstention"),
  reason: z.enum(ABSTENTION_REASONS),
  quotes: z.array(quoteSchema).max(0),
  notes: z.array(quoteSchema),
  closest: quoteSchema.optional(),
  /** With the reason "which-work": the ids of the works that may be meant. */
  works: z.array(z.string()).optional(),
  /** What a work is declared to be, where it was asked and no part of its text says it; not the source's words. */
  declared: declared.optional(),
  /** Languages of texts in scope that the model cannot search: nothing is said of them. */
  unserved: z.array(z.string()).optional(),
  /** With the reason "occurs-nowhere". */
  searched: searched.optional(),
});

/** What `ask` prints: the source's own words, or an honest no with the closest passage marked as such. */
export const answerSchema = z.discriminatedUnion("kind", [answerFound, abstention]);

export type Answer = Readonly<z.infer<typeof answerSchema>>;
