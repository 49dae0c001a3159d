import type { Block } from "../block.js";
import { isSignature, saluteLength } from "./letter-parts.js";
import { mergeSpans } from "./merge-spans.js";
import { readableText } from "./readable-text.js";

/** A first paragraph that is nothing but a salute is the opener, a last one that is the author's name the closer. */
export function nameEnds(
  text: string,
  blocks: readonly Block[],
  authors: readonly string[],
): readonly Block[] {
  const isText = (block: Block): boolean => block.layer === "text";
  const first = blocks.findIndex(isText);
  const last = blocks.findLastIndex(isText);
  const words = (at: number): string => {
    const block = blocks[at] as Block;
    return readableText(text, block, mergeSpans([...(block.gaps ?? []), ...block.markers])).trim();
  };
  return blocks.map((block, at) => {
    if (at === last && last > first && isSignature(words(at), authors)) return { ...block, kind: "closer" };
    if (at === first && last > first) {
      const salute = words(at);
      if (salute !== "" && saluteLength(salute) === salute.length) return { ...block, kind: "opener" };
    }
    return block;
  });
}
