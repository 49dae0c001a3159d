import type { Passage } from "../../edition/passage.js";
import type { ResolvedPlace } from "./resolve-place.js";

/**
 * The reference path of the sentence (or the whole paragraph) after or before a place; undefined at the end.
 * Moves never leave the layer: the author's text runs on from passage to passage, a note or a line of the
 * edition's ends where it ends.
 */
export function neighbourPath(
  { witness, first, last }: ResolvedPlace,
  direction: "next" | "previous",
  unit: "sentence" | "paragraph",
): string | undefined {
  const forward = direction === "next";
  const { passage, from, to } = forward ? last : first;
  if (unit === "sentence") {
    const inside = passage.sentences[forward ? to : from - 1];
    if (inside) return inside.path;
  }
  const beyond = passageBeside(witness.passages, passage, forward);
  if (!beyond || unit === "paragraph") return beyond?.path;
  return beyond.sentences.at(forward ? 0 : -1)?.path;
}

function passageBeside(
  passages: readonly Passage[],
  passage: Passage,
  forward: boolean,
): Passage | undefined {
  if (passage.layer !== "text") return undefined;
  const text = passages.filter(({ layer, sentences }) => layer === "text" && sentences.length > 0);
  const at = text.indexOf(passage);
  return at === -1 ? undefined : text[forward ? at + 1 : at - 1];
}
