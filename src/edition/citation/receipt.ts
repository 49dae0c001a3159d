import { z } from "zod";
import { LAYERS } from "../layer.js";

/** A receipt of more than this many characters of text, or spans, is not one of quoth's. */
const LONGEST_TEXT = 1_000_000;
const MOST_SPANS = 10_000;

const offset = z.number().int().nonnegative();
const range = z.object({ start: offset, end: offset });
const short = z.string().min(1).max(4096);
const words = z.string().min(1).max(LONGEST_TEXT);

const spanSchema = z.object({
  /** UTF-16 units. */
  utf16: range,
  /** Unicode code points. */
  codePoints: range,
  /** Bytes of the UTF-8 file: `tail -c +$((start + 1)) FILE | head -c $((end - start))`. */
  bytes: range,
  text: words,
});

const targetSchema = z.object({
  type: z.literal("SpecificResource"),
  source: z.object({ id: short, type: z.literal("Text"), format: z.literal("text/plain"), language: short }),
  selector: z.tuple([
    z.object({
      type: z.literal("TextQuoteSelector"),
      exact: words,
      prefix: z.string().max(4096),
      suffix: z.string().max(4096),
    }),
    z.object({ type: z.literal("TextPositionSelector"), start: offset, end: offset }),
  ]),
});

/** Held to the letter, since a context can give every other term another meaning. */
const contextSchema = z.strictObject({
  quoth: z.strictObject({
    "@id": z.literal("urn:x-quoth:receipt"),
    "@context": z.strictObject({ "@vocab": z.literal("urn:x-quoth:") }),
  }),
});

/**
 * A quote as a W3C Web Annotation (JSON-LD): `target` is where it stands, in the W3C's terms; `quoth` says
 * the same in terms that anybody with sha256sum, tail and head can check (docs/receipts.md).
 */
export const receiptSchema = z.object({
  "@context": z.tuple([z.literal("http://www.w3.org/ns/anno.jsonld"), contextSchema]),
  type: z.literal("Annotation"),
  motivation: z.literal("identifying"),
  /** ISO 8601, when the maker of the receipt says that it was made; nothing proves it. */
  created: z.iso.datetime().optional(),
  body: z.object({
    type: z.literal("TextualBody"),
    format: z.literal("text/plain"),
    purpose: z.literal("identifying"),
    /** The citation, as it was when the receipt was made; it is not proven by the hash. */
    value: short,
  }),
  target: z.array(targetSchema).min(1).max(MOST_SPANS),
  quoth: z.object({
    version: z.literal(1),
    work: short,
    reference: short,
    witness: short,
    layer: z.enum(LAYERS),
    voice: short,
    /** Exactly the texts of `spans`, joined. */
    text: words,
    /** Relative to the corpus folder. */
    file: short,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    spans: z.array(spanSchema).min(1).max(MOST_SPANS),
  }),
});

export type Receipt = Readonly<z.infer<typeof receiptSchema>>;
