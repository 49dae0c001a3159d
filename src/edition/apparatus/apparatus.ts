import { z } from "zod";

const span = z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() });
const siglum = z.string().min(1);

/** Where a reading stands in one witness; its slices at `spans` (UTF-16), joined, are `text`. */
const placeSchema = z.object({
  witness: siglum,
  /** In the witness's own numbering: a passage that stands elsewhere has the reference of that place. */
  reference: z.string().min(1),
  text: z.string(),
  spans: z.array(span),
  /** Transposed passages: the passage after which they stand in this witness; none at its head. */
  after: z.string().optional(),
});

const readingSchema = z.object({
  /** As the first of its witnesses has it; others may break lines elsewhere. Empty where they lack the lemma. */
  text: z.string(),
  kind: z.enum(["accidental", "substantive"]),
  type: z.enum(["variant", "omission", "addition", "transposition"]),
  witnesses: z.array(siglum).min(1),
  places: z.array(placeSchema).min(1),
});

/**
 * What `compare` prints: for every place where the witnesses differ, the base's words (the lemma) with the
 * witnesses that read so, and the other readings with theirs. In the base's order. Only the author's text
 * is compared.
 */
export const apparatusSchema = z.object({
  version: z.literal(1),
  work: z.string().min(1),
  title: z.string().min(1),
  /** What was compared, where it was not the whole. */
  reference: z.string().optional(),
  /** The base first. */
  witnesses: z
    .array(
      z.object({
        siglum,
        title: z.string().optional(),
        publisher: z.string().optional(),
        file: z.string(),
        sha256: z.string(),
      }),
    )
    .min(1),
  entries: z.array(
    z.object({
      reference: z.string().min(1),
      /** Empty, without spans, where a witness adds a passage; `after` then names the one before it. */
      lemma: z.object({
        text: z.string(),
        spans: z.array(span),
        witnesses: z.array(siglum),
        after: z.string().optional(),
      }),
      readings: z.array(readingSchema).min(1),
    }),
  ),
});

export type Apparatus = Readonly<z.infer<typeof apparatusSchema>>;
export type ApparatusEntry = Apparatus["entries"][number];
export type Reading = ApparatusEntry["readings"][number];
export type ReadingPlace = Reading["places"][number];
