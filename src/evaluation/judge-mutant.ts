import type { Check, Verdict } from "../edition/verification/check.js";
import type { Expected, Mutant } from "./mutants.js";

const ACCEPTED: Readonly<Record<Expected, readonly Verdict[]>> = {
  faithful: ["exact", "exact-normalized"],
  elided: ["elided"],
  altered: ["altered"],
};

/** Whether a mutant got the verdict that it deserves, and whether it was found in the sentence it is made of. */
export function judgeMutant(
  mutant: Mutant,
  check: Check,
): { readonly verdict: boolean; readonly place: boolean; readonly at: string | undefined } {
  const at = placeOf(mutant, check);
  const { reference } = mutant;
  return {
    verdict: ACCEPTED[mutant.expected].includes(check.verdict),
    // A word at an edge may be told as the next sentence's, too: "2.1-2" holds 2.1.
    place: at === reference || (at?.startsWith(`${reference}-`) ?? false),
    at,
  };
}

/** A graft is made of two sentences; the first is the one it is named after. */
function placeOf({ kind }: Mutant, { quotes, quote, reference }: Check): string | undefined {
  return kind === "ellipsis-graft" ? (quotes?.[0] ?? quote)?.reference : reference;
}
