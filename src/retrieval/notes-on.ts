import { makeQuote } from "../edition/make-quote.js";
import type { Quote } from "../edition/quote.js";
import { parseReference } from "../edition/reference.js";
import { resolvePath } from "../edition/resolve-path.js";
import type { Work } from "../edition/work.js";

/** The editors' notes whose markers stand in the quoted passages. */
export function notesOn(quotes: readonly Quote[], works: readonly Work[]): Quote[] {
  const seen = new Set<string>();
  return quotes.flatMap((quote) => {
    const work = works.find((one) => one.id === quote.work);
    return (work?.witnesses ?? []).flatMap((witness) => {
      const labels = markerLabels(work as Work, witness.siglum, quote);
      return witness.passages
        .filter(
          (passage) => passage.layer === "note" && passage.label !== undefined && labels.has(passage.label),
        )
        .flatMap((passage) => {
          const key = `${quote.work}:${witness.siglum}:${passage.path}`;
          if (seen.has(key)) return [];
          seen.add(key);
          return [makeQuote(work as Work, { witness, passage, from: 0, to: passage.sentences.length })];
        });
    });
  });
}

/** Labels of the markers that an edition put into the quoted passage, whichever edition the quote is cut from. */
function markerLabels(work: Work, siglum: string, quote: Quote): ReadonlySet<string> {
  if (quote.layer !== "text") return new Set();
  if (quote.witness === siglum) return new Set(quote.markers.map((marker) => marker.label));
  return new Set(sameElsewhere(work, siglum, quote)?.markers.map((marker) => marker.label) ?? []);
}

function sameElsewhere(work: Work, siglum: string, quote: Quote): Quote | undefined {
  const witness = work.witnesses.find((one) => one.siglum === siglum);
  const path = quote.reference.slice(quote.work.length + 1);
  const reference = parseReference(path);
  const [located] = witness && reference ? resolvePath(witness, reference) : [];
  return located && makeQuote(work, located);
}
