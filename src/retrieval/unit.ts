import { primaryLanguage } from "../edition/language.js";
import { schemeOf } from "../edition/levels.js";
import type { Located } from "../edition/resolve-path.js";
import { sliceSpans } from "../edition/span.js";
import { cutSpans } from "../edition/cut-spans.js";
import type { Passage } from "../edition/passage.js";
import { skipsOf } from "../edition/skips-of.js";
import type { Witness, Work } from "../edition/work.js";

/** What is searched: one passage, in the reading of one witness, with the clean text of its sentences. */
export interface Unit {
  readonly work: Work;
  readonly witness: Witness;
  readonly passage: Passage;
  readonly sentences: readonly string[];
}

/**
 * The passages of a corpus to search. A passage of the text stands once for each language, in the reading of the first
 * witness that has it; notes, headings and metadata are each edition's own and stand for every edition. Where lines run
 * on through speeches, one that another witness divides otherwise has been seen when all its lines have.
 */
export function collectUnits(works: readonly Work[]): readonly Unit[] {
  return works.flatMap((work) => {
    const seen = new Set<string>();
    const { runsOn } = schemeOf(work.levels);
    return work.witnesses.flatMap((witness) =>
      witness.passages.flatMap((passage): readonly Unit[] => {
        if (passage.sentences.length === 0) return [];
        if (passage.layer === "text") {
          const keys = [passage, ...passage.sentences].map(
            ({ path }) => `${primaryLanguage(witness.language)} ${path}`,
          );
          const [own = "", ...lines] = keys;
          if (seen.has(own) || (runsOn && lines.every((line) => seen.has(line)))) return [];
          keys.forEach((key) => seen.add(key));
        }
        return [
          { work, witness, passage, sentences: passage.sentences.map((s) => cleanText(witness, passage, s)) },
        ];
      }),
    );
  });
}

function cleanText(
  witness: Witness,
  passage: Passage,
  range: { readonly start: number; readonly end: number },
): string {
  return sliceSpans(witness.text, cutSpans(witness.text, range, skipsOf(passage)));
}

/** A run of sentences of a unit, `[from, to)`. */
export function locate(unit: Unit, from: number, to: number): Located {
  return { witness: unit.witness, passage: unit.passage, from, to };
}
