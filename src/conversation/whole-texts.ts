import type { Quote } from "../edition/quote.js";
import type { Work } from "../edition/work.js";
import { quotesAt } from "../retrieval/look-up.js";
import { witnessesOf } from "./pick-works.js";
import type { Scope } from "./quoth.js";

/** The author's text of each work in one edition: the one asked for, or the first. */
export function wholeTexts(
  works: readonly Work[],
  scope: Pick<Scope, "witness" | "layers">,
): readonly Quote[] {
  return works.flatMap((work) =>
    witnessesOf(work, scope.witness)
      .slice(0, 1)
      .flatMap((witness) =>
        witness.passages
          .filter((passage) => (scope.layers ?? ["text"]).includes(passage.layer))
          .flatMap((passage) =>
            quotesAt(
              {
                work: work.id,
                path: passage.path.split("."),
                last: passage.path.split("."),
                witness: witness.siglum,
              },
              [work],
            ),
          ),
      ),
  );
}
