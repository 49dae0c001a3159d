import { isSameLanguage } from "../edition/language.js";
import { resolvePath } from "../edition/resolve-path.js";
import { voiceOf } from "../edition/voice-of.js";
import type { Work } from "../edition/work.js";
import type { AskOptions } from "./ask-options.js";
import type { Unit } from "./unit.js";

/** Whether a unit may be quoted: of these works and layers, and in this edition. */
export function isAllowed(
  { work, witness, passage }: Unit,
  { layers, works, voices, witness: siglum }: Pick<AskOptions, "layers" | "works" | "voices" | "witness">,
): boolean {
  if (!setOf(works).has(work) || (layers && !layers.includes(passage.layer))) return false;
  if (voices && !voices.includes(voiceOf(work, witness, passage))) return false;
  if (siglum === undefined) return true;
  if (passage.layer !== "text") return witness.siglum === siglum;
  const wanted = work.witnesses.find((one) => one.siglum === siglum);
  return (
    wanted !== undefined &&
    isSameLanguage(wanted.language, witness.language) &&
    resolvePath(wanted, { path: passage.path.split("."), last: passage.path.split(".") }).length > 0
  );
}

const sets = new WeakMap<readonly Work[], ReadonlySet<Work>>();

/** Every unit of a library is looked up in the works asked for. */
function setOf(works: readonly Work[]): ReadonlySet<Work> {
  let set = sets.get(works);
  if (!set) sets.set(works, (set = new Set(works)));
  return set;
}
