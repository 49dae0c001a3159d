import { normaliseWord, wordsOf } from "../edition/words.js";
import type { Suggestion } from "./suggestion.js";
import type { Lexicon } from "./searcher.js";

/** Discord cuts choices at 100 characters; a terminal has use for no more. */
const LONGEST_NAME = 100;

/**
 * The passages that what was typed so far may mean, best first: references that begin so, then sentences that
 * hold the words in a row (the last one perhaps unfinished), then those that hold them all in any order.
 */
export function suggestPassages(
  { units, works }: Lexicon,
  typed: string,
  limit: number,
): readonly Suggestion[] {
  const asked = typed.trim().toLowerCase();
  const words = wordsOf(typed).map((word) => word.norm);
  const last = normaliseWord(words.at(-1) ?? "");
  const ranked: { readonly rank: number; readonly name: string; readonly value: string }[] = [];
  for (const unit of units) {
    unit.passage.sentences.forEach(({ path }, at) => {
      const text = unit.sentences[at] as string;
      const apparatus = unit.passage.layer !== "text";
      const value = `${unit.work.id}:${path}${apparatus ? `@${unit.witness.siglum}` : ""}`;
      const shown = works.length > 1 ? value : value.slice(unit.work.id.length + 1);
      const rank = rankOf(asked, words, last, text, [shown, value, path]);
      if (rank !== undefined)
        ranked.push({ rank: rank + (apparatus ? 0.5 : 0), name: shorten(`${shown} ${text}`), value });
    });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ name, value }) => ({ name, value }));
}

function rankOf(
  asked: string,
  words: readonly string[],
  last: string,
  text: string,
  references: readonly string[],
): number | undefined {
  if (asked === "") return 4;
  if (references.some((reference) => reference.toLowerCase() === asked)) return 0;
  if (references.some((reference) => reference.toLowerCase().startsWith(asked))) return 1;
  if (words.length === 0) return undefined;
  const own = wordsOf(text).map((word) => word.norm);
  const inRow = own.some((_, at) =>
    words.every((word, i) => (i === words.length - 1 ? own[at + i]?.startsWith(last) : own[at + i] === word)),
  );
  if (inRow) return 2;
  return words.every((word, i) =>
    i === words.length - 1 ? own.some((one) => one.startsWith(last)) : own.includes(word),
  )
    ? 3
    : undefined;
}

/** Cut between graphemes, never inside one. */
function shorten(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  if (flat.length <= LONGEST_NAME) return flat;
  let kept = "";
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(flat)) {
    if (kept.length + segment.length > LONGEST_NAME - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
