import { isSameLanguage } from "./language.js";
import { leansBack } from "./leans-back.js";
import type { Located } from "./resolve-path.js";

/**
 * The sentence that a run's opening pronoun looks back to: the one before it, in its passage or at the end of the
 * passage before of the same kind. Undefined where the run opens with none, where nothing stands before, in verse, whose
 * pieces are lines, and in any language but English.
 */
export function leansOn({ witness, passage, from }: Located): Located | undefined {
  const opening = passage.sentences[from];
  if (!opening || passage.lines !== undefined || !isSameLanguage(witness.language, "en")) return undefined;
  if (!leansBack(witness.text.slice(opening.start, opening.end))) return undefined;
  if (from > 0) return { witness, passage, from: from - 1, to: from };
  const before = witness.passages[witness.passages.indexOf(passage) - 1];
  const count = before?.sentences.length ?? 0;
  if (!before || count === 0 || before.kind !== passage.kind || before.voice !== passage.voice)
    return undefined;
  return { witness, passage: before, from: count - 1, to: count };
}
