import { matchNames } from "../edition/match-names.js";
import { QuothError } from "../edition/quoth-error.js";
import { voiceOf } from "../edition/voice-of.js";
import type { Work } from "../edition/work.js";
import { nameSome } from "../retrieval/name-some.js";
import { listOf } from "./pick-works.js";
import type { Scope } from "./quoth.js";

const known = new WeakMap<Work, readonly string[]>();

/**
 * The voices that a scope names, as the works call them: authors, speakers, editors; undefined where it names none.
 * @throws QuothError `unknown-voice`.
 */
export function pickVoices(works: readonly Work[], voice: Scope["voice"]): readonly string[] | undefined {
  const asked = listOf(voice);
  if (asked.length === 0) return undefined;
  const names = [...new Set(works.flatMap(voicesIn))];
  return asked.flatMap((one) => {
    const found = matchNames(names, one);
    if (found.length > 0) return found;
    throw new QuothError("unknown-voice", `Nobody called "${one}" speaks here.`, {
      remedy: `These do: ${nameSome(names)}.`,
    });
  });
}

/** Whose words a work holds, in any edition and layer, in the order in which they first speak. */
export function voicesIn(work: Work): readonly string[] {
  let voices = known.get(work);
  if (!voices) {
    const all = work.witnesses.flatMap((witness) =>
      witness.passages.map((passage) => voiceOf(work, witness, passage)),
    );
    known.set(work, (voices = [...new Set(all)]));
  }
  return voices;
}
