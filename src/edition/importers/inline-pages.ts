import type { Block } from "../block.js";
import { mergeSpans } from "./merge-spans.js";
import { readableText } from "./readable-text.js";

/** Page numbers as transcribers put them where a page of the printed source began: "{12}", "[Pg 12]". */
export const INLINE_PAGE = /\{(\d{1,4})\}|\[(?:pg\.?|page|p\.)\s?(\d{1,4})\]/gi;

/** Steps over such numbers; what begins behind one bears it as its `page`. */
export function withInlinePages(text: string, blocks: readonly Block[]): readonly Block[] {
  let page: string | undefined;
  return blocks.map((block) => {
    const found = [...text.slice(block.start, block.end).matchAll(INLINE_PAGE)].map((match) => ({
      start: block.start + match.index,
      end: block.start + match.index + match[0].length,
      page: match[1] ?? match[2],
    }));
    const begun = found[0]?.start === block.start ? found[0].page : page;
    page = found.at(-1)?.page ?? page;
    const gaps = mergeSpans([...(block.gaps ?? []), ...found]);
    const numbered = begun === undefined || block.layer !== "text" ? block : { ...block, page: begun };
    if (found.length === 0) return numbered;
    // Nothing but a number is no paragraph.
    return readableText(text, block, gaps).trim() === ""
      ? { ...block, layer: "heading", kind: "navigation", gaps }
      : { ...numbered, gaps };
  });
}
