import { neighbourPath } from "../conversation/chat/neighbour-path.js";
import { type ResolvedPlace, resolvePlace } from "../conversation/chat/resolve-place.js";
import { QuothError } from "../edition/quoth-error.js";
import type { Quote } from "../edition/quote.js";
import type { Source } from "./source.js";

/** A quote's place in the works as they are now; undefined where they have it no more. */
export function locatePassage(
  source: Pick<Source, "sources">,
  { work, reference, witness, layer }: Quote,
): ResolvedPlace | undefined {
  const paths = [reference.slice(work.length + 1)];
  try {
    return resolvePlace(source.sources(), { work, witness, layer, paths });
  } catch (error) {
    if (error instanceof QuothError) return undefined;
    throw error;
  }
}

/** The path of what stands before or after: a sentence, or a paragraph where the place is a whole one. */
export function pathBeside(place: ResolvedPlace, direction: "next" | "previous"): string | undefined {
  return neighbourPath(place, direction, isWhole(place) ? "paragraph" : "sentence");
}

export function isWhole({ first, last }: ResolvedPlace): boolean {
  return first.from === 0 && last.to === last.passage.sentences.length;
}
