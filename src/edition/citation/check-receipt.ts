import { cutSpans } from "../cut-spans.js";
import { makeQuote } from "../make-quote.js";
import type { Quote } from "../quote.js";
import { parseReference } from "../reference.js";
import { resolvePath } from "../resolve-path.js";
import { skipsOf } from "../skips-of.js";
import { sliceSpans } from "../span.js";
import type { Witness, Work } from "../work.js";
import { receiptSpans } from "./make-receipt.js";
import { type Receipt, receiptSchema } from "./receipt.js";
import type { ReceiptFault, ReceiptVerdict } from "./receipt-verdict.js";
import { webAnnotationTarget } from "./web-annotation-target.js";

type Invalid = Extract<ReceiptVerdict, { valid: false }>;

/**
 * Checks a receipt against the works as they are loaded: hash first, then every slice, then whose words
 * they are and what they are called. `receipt` may be anything (parsed JSON from a stranger); nothing is
 * thrown. The citation and the time in it are not proven by a hash and not judged.
 */
export function checkReceipt(receipt: unknown, works: readonly Work[]): ReceiptVerdict {
  const parsed = receiptSchema.safeParse(receipt);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return invalid(
      "malformed",
      `This is no receipt of quoth's: ${issue?.path.map(String).join(".") || "the whole"}: ${issue?.message ?? ""}`,
    );
  }
  const { quoth, target } = parsed.data;
  const work = works.find(({ id }) => id === quoth.work);
  const witness = work?.witnesses.find(({ siglum }) => siglum === quoth.witness);
  const twin = works.flatMap(({ id, witnesses }) =>
    witnesses.filter((one) => one.sha256 === quoth.sha256).map(({ siglum }) => `${id}@${siglum}`),
  )[0];
  if (!work || !witness) {
    if (twin !== undefined)
      return invalid(
        "named-differently",
        `The text with this hash is loaded as ${twin}, not as ${quoth.work}@${quoth.witness}.`,
      );
    return invalid(
      "unknown-text",
      `No text ${quoth.work}@${quoth.witness} is loaded, and none with this hash.`,
    );
  }
  if (witness.sha256 !== quoth.sha256) return hashMismatch(witness, quoth, twin);
  return checkWords(work, witness, quoth, target);
}

function checkWords(
  work: Work,
  witness: Witness,
  quoth: Receipt["quoth"],
  target: Receipt["target"],
): ReceiptVerdict {
  const spans = quoth.spans.map(({ utf16 }) => utf16);
  if (
    sliceSpans(witness.text, spans) !== quoth.text ||
    quoth.spans.some(({ utf16, text }) => witness.text.slice(utf16.start, utf16.end) !== text)
  ) {
    return invalid(
      "text-differs",
      "The words in the receipt are not those that stand in the text at its offsets.",
    );
  }
  if (!equal(receiptSpans(witness.text, spans), quoth.spans)) {
    return invalid(
      "offsets-differ",
      "The receipt's offsets in code points or bytes do not name the same words as those in UTF-16 units.",
    );
  }
  if (!equal(webAnnotationTarget(witness, { spans }), target)) {
    return invalid(
      "selectors-differ",
      "The receipt's W3C selectors do not name the same words as its spans.",
    );
  }
  const quote = quoteAt(work, witness, quoth.reference, spans);
  if (!quote)
    return invalid(
      "reference-differs",
      `The words stand in the text, but the reference ${quoth.reference} does not name just them.`,
    );
  if (quote.layer !== quoth.layer) {
    return invalid(
      "layer-differs",
      `The words are of the layer "${quote.layer}", not "${quoth.layer}": they are those of ${quote.voice}.`,
    );
  }
  if (quote.voice !== quoth.voice)
    return invalid(
      "voice-differs",
      `The words are those of ${quote.voice}; the receipt gives them to another.`,
    );
  return { version: 1, valid: true, quote };
}

/** The quote that `reference` names in `witness`, where it consists of just these spans. */
function quoteAt(work: Work, witness: Witness, reference: string, spans: Quote["spans"]): Quote | undefined {
  const parsed = parseReference(reference);
  if (!parsed || parsed.work !== work.id) return undefined;
  return resolvePath(witness, parsed)
    .map((located) => makeQuote(work, located))
    .find((quote) => quote.reference === reference && equal(quote.spans, spans));
}

function hashMismatch(
  witness: Witness,
  { spans, text }: Receipt["quoth"],
  twin: string | undefined,
): Invalid {
  const same =
    sliceSpans(
      witness.text,
      spans.map(({ utf16 }) => utf16),
    ) === text;
  const stillThere = same ? "same-place" : readsSomewhere(witness, text) ? "elsewhere" : "no";
  const said = {
    "same-place": "The words nonetheless stand in it at the same place.",
    elsewhere: "The words nonetheless stand in it, at another place.",
    no: "The words do not stand in it.",
  }[stillThere];
  const other = twin === undefined ? "" : ` The text with the receipt's hash is loaded as ${twin}.`;
  return {
    ...invalid(
      "hash-mismatch",
      `${witness.path} is not the file that the receipt was made from (its sha256 differs). ${said}${other}`,
    ),
    stillThere,
  };
}

/** In the file as it is, or in a passage once its markers are lifted out. */
function readsSomewhere({ text, passages }: Witness, words: string): boolean {
  if (text.includes(words)) return true;
  return passages.some(
    (passage) =>
      skipsOf(passage).length > 0 &&
      sliceSpans(text, cutSpans(text, passage, skipsOf(passage))).includes(words),
  );
}

/** Both sides are plain data; the order of the keys on the receipt's side is the schema's. */
function equal(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function invalid(code: ReceiptFault, explanation: string): Invalid {
  return { version: 1, valid: false, code, explanation };
}
