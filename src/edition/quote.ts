import { z } from "zod";
import { LAYERS } from "./layer.js";
import { translationSchema } from "./translation.js";

const offset = z.number().int().nonnegative();

/**
 * A verbatim passage of one witness, as every command prints it.
 *
 * `spans` are UTF-16 offsets into the witness text; their slices, joined, are `text`. `markers` are the
 * note signs that an editor put inside the passage (`offset` is where the sign begins in the witness
 * text); they are no part of `text`. `witnesses` are the sigla of every witness that reads exactly so.
 * `author` wrote the work; in its text a `voice` that is another is one that the author lets speak. `translation`
 * stands where the words are a translator's.
 */
export const quoteSchema = z.object({
  text: z.string().min(1),
  reference: z.string().min(1),
  work: z.string().min(1),
  witness: z.string().min(1),
  layer: z.enum(LAYERS),
  voice: z.string().min(1),
  author: z.string().min(1).optional(),
  translation: translationSchema.optional(),
  spans: z.array(z.object({ start: offset, end: offset })).min(1),
  file: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  markers: z.array(z.object({ label: z.string(), offset })),
  witnesses: z.array(z.string()).min(1),
  citation: z.string().min(1),
  /** The sentence before, where the quote opens with a pronoun that looks back to it ("They have …"). */
  leansOn: z.string().min(1).optional(),
  /** Where the passage is read, where the works are published and quoth was told the address. */
  url: z.string().optional(),
});

export type Quote = Readonly<z.infer<typeof quoteSchema>>;

/** What `quote`, `show` and `notes` print; `remarks` say, for a person, what was not found where. */
export const quoteListSchema = z.object({
  version: z.literal(1),
  quotes: z.array(quoteSchema),
  remarks: z.array(z.string()).optional(),
});

export type QuoteList = Readonly<z.infer<typeof quoteListSchema>>;
