import type { Quote } from "../edition/quote.js";
import type { Work } from "../edition/work.js";
import { quotesAt } from "../retrieval/look-up.js";
import { witnessesOf } from "./pick-works.js";

/** The editors' notes of works, in one edition or all: every note, or those that bear a label ("A", "[A]", "note.A"). */
export function notesOf(works: readonly Work[], label?: string, siglum?: string): readonly Quote[] {
  const wanted = label
    ?.trim()
    .replace(/^\[|\]$/g, "")
    .replace(/^note\.?\s*/i, "")
    .toLowerCase();
  return works.flatMap((work) =>
    witnessesOf(work, siglum).flatMap((witness) =>
      witness.passages
        .filter(
          (passage) =>
            passage.layer === "note" &&
            (wanted === undefined || (passage.label ?? passage.path.slice(5)).toLowerCase() === wanted),
        )
        .flatMap((passage) =>
          quotesAt(
            {
              path: passage.path.split("."),
              last: passage.path.split("."),
              work: work.id,
              witness: witness.siglum,
            },
            [work],
          ),
        ),
    ),
  );
}
