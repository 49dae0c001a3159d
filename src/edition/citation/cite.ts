import type { Quote } from "../quote.js";
import type { Work } from "../work.js";
import type { Citation } from "./citation.js";
import { type CitationSource, citationSource } from "./citation-source.js";
import type { CitationStyle } from "./citation-style.js";
import { formatApa, formatApaInText } from "./format-apa.js";
import { formatBibtex } from "./format-bibtex.js";
import { formatChicagoBibliography } from "./format-chicago-bibliography.js";
import { formatChicagoNote, formatChicagoShortNote } from "./format-chicago-note.js";
import { formatCslJson } from "./format-csl-json.js";
import { formatMla, formatMlaInText } from "./format-mla.js";
import { formatRis } from "./format-ris.js";
import { formatTeiBibl } from "./format-tei-bibl.js";
import { makeReceipt } from "./make-receipt.js";
import { textFragment } from "./text-fragment.js";
import { webAnnotationTarget } from "./web-annotation-target.js";

const formatters: Readonly<Record<CitationStyle, (source: CitationSource, createdAt?: string) => string>> = {
  "chicago-note": formatChicagoNote,
  "chicago-bibliography": formatChicagoBibliography,
  mla: formatMla,
  apa: formatApa,
  bibtex: formatBibtex,
  ris: formatRis,
  "csl-json": formatCslJson,
  tei: formatTeiBibl,
  "web-annotation": ({ witness, quote }) => JSON.stringify(webAnnotationTarget(witness, quote), undefined, 2),
  "text-fragment": ({ witness, passage, quote }) => textFragment(witness, passage, quote),
  receipt: ({ work, quote }, createdAt) => JSON.stringify(makeReceipt(quote, work, createdAt), undefined, 2),
};

/**
 * Cites `quote`, which was cut from `work`, in one style. It says what work.yaml says and where the words
 * stand, and nothing else; an editor's words are cited as the editor's.
 * @param createdAt for receipts: ISO 8601 with a Z.
 * @throws QuothError `not-found` (text-fragment of an edition without an address), `unknown-witness`.
 */
export function cite(work: Work, quote: Quote, style: CitationStyle, createdAt?: string): Citation {
  const source = citationSource(work, quote);
  const items = itemsFor(style, source);
  return {
    version: 1,
    reference: quote.reference,
    witness: quote.witness,
    style,
    citation: formatters[style](source, createdAt),
    ...(quote.url === undefined ? {} : { url: quote.url }),
    ...(items.length === 0 ? {} : { items }),
  };
}

function itemsFor(style: CitationStyle, source: CitationSource): NonNullable<Citation["items"]> {
  if (style === "chicago-note") return [{ form: "short-note", text: formatChicagoShortNote(source) }];
  if (style === "mla") return [{ form: "in-text", text: formatMlaInText(source) }];
  if (style === "apa") return [{ form: "in-text", text: formatApaInText(source) }];
  return [];
}
