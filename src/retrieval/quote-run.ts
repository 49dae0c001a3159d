import { makeQuote, pathOf } from "../edition/make-quote.js";
import type { Quote } from "../edition/quote.js";
import { parseReference } from "../edition/reference.js";
import { resolvePath } from "../edition/resolve-path.js";
import type { Unit } from "./unit.js";
import { locate } from "./unit.js";

/** The quote of a run of sentences, cut from the witness asked for where that has the passage. */
export function quoteRun(
  unit: Unit,
  run: { readonly from: number; readonly to: number },
  siglum?: string,
): Quote {
  const located = locate(unit, run.from, run.to);
  const wanted =
    siglum === undefined ? undefined : unit.work.witnesses.find((witness) => witness.siglum === siglum);
  if (wanted && wanted !== unit.witness) {
    const reference = parseReference(pathOf(located));
    const [there] = reference ? resolvePath(wanted, reference) : [];
    if (there) return makeQuote(unit.work, there);
  }
  return makeQuote(unit.work, located);
}
