import type { Quote } from "../quote.js";
import type { Work } from "../work.js";
import { citationSource } from "./citation-source.js";
import { offsetBefore } from "./offset-before.js";
import type { Receipt } from "./receipt.js";
import { textOffset, type TextOffset } from "./text-offsets.js";
import { webAnnotationTarget } from "./web-annotation-target.js";

/** Gives the terms under `quoth` a meaning in JSON-LD without claiming an address on the web. */
const CONTEXT = {
  quoth: { "@id": "urn:x-quoth:receipt", "@context": { "@vocab": "urn:x-quoth:" } },
} as const;

/**
 * A receipt of `quote`, which proves the words years later: the witness's hash, the place in UTF-16 units,
 * code points and bytes, the exact text, whose words they are.
 * @param createdAt ISO 8601 with a Z ("2026-01-31T12:00:00Z"); left out, the receipt bears no time.
 * @throws QuothError as `citationSource` does.
 */
export function makeReceipt(quote: Quote, work: Work, createdAt?: string): Receipt {
  const { witness } = citationSource(work, quote);
  return {
    "@context": ["http://www.w3.org/ns/anno.jsonld", CONTEXT],
    type: "Annotation",
    motivation: "identifying",
    ...(createdAt === undefined ? {} : { created: createdAt }),
    body: { type: "TextualBody", format: "text/plain", purpose: "identifying", value: quote.citation },
    target: webAnnotationTarget(witness, quote).map((target) => ({
      ...target,
      source: { ...target.source },
      selector: [...target.selector],
    })),
    quoth: {
      version: 1,
      work: quote.work,
      reference: quote.reference,
      witness: quote.witness,
      layer: quote.layer,
      voice: quote.voice,
      text: quote.text,
      file: witness.path,
      sha256: witness.sha256,
      spans: receiptSpans(witness.text, quote.spans, offsetBefore(witness, quote.spans[0]?.start ?? 0)),
    },
  };
}

/** The spans of a quote in all three units, each with its own text; `from` is a known place before them. */
export function receiptSpans(
  text: string,
  spans: Quote["spans"],
  from?: TextOffset,
): Receipt["quoth"]["spans"] {
  let known = from;
  return spans.map(({ start, end }) => {
    const first = textOffset(text, start, known);
    const last = textOffset(text, end, first);
    known = last;
    return {
      utf16: { start, end },
      codePoints: { start: first.codePoint, end: last.codePoint },
      bytes: { start: first.byte, end: last.byte },
      text: text.slice(start, end),
    };
  });
}
