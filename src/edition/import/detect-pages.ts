import type { PageRules } from "../import-rules.js";
import { INLINE_PAGE } from "../importers/inline-pages.js";
import { nonBlankLines } from "../importers/text-lines.js";

/** So many numbers in a row, each the next page's, are page numbers and no list. */
const FEWEST_PAGES = 3;
const LONGEST_HEAD = 70;

/** What stands between the pages of a printed source in a plain text, as a proposal; undefined where nothing does. */
export function detectPages(text: string): PageRules | undefined {
  const lines = nonBlankLines(text).map(({ start, end }) => text.slice(start, end));
  const numbers: number[] = [];
  const beside = new Map<string, number>();
  lines.forEach((line, at) => {
    const number = /^[-–—[(\s]*(\d{1,4})[-–—\])\s]*$/.exec(line)?.[1];
    const headed = /^(\d{1,4})\s+(\D{3,70})$|^(\D{3,70}?)\s+(\d{1,4})$/u.exec(line);
    if (number !== undefined) numbers.push(Number(number));
    const heads = number === undefined ? [headed?.[2] ?? headed?.[3]] : [lines[at - 1], lines[at + 1]];
    for (const head of heads) {
      if (head === undefined || head.length > LONGEST_HEAD || !/\p{L}/u.test(head) || /[.!?]$/.test(head))
        continue;
      beside.set(head.trim(), (beside.get(head.trim()) ?? 0) + 1);
    }
  });
  const heads = [...beside].filter(([, count]) => count >= FEWEST_PAGES).map(([head]) => head);
  const inline = isRun([...text.matchAll(INLINE_PAGE)].map(([, braced, marked]) => Number(braced ?? marked)));
  if (!isRun(numbers) && !inline && heads.length === 0) return undefined;
  return { numbers: isRun(numbers), heads, ...(inline ? { inline } : {}) };
}

/** Whether enough of them are each the next after the one before. */
function isRun(numbers: readonly number[]): boolean {
  return numbers.filter((number, at) => number === (numbers[at - 1] ?? -1) + 1).length + 1 >= FEWEST_PAGES;
}
