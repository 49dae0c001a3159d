import { wordsOf } from "../edition/words.js";
import type { Suggestion } from "./suggestion.js";
import type { Lexicon } from "./searcher.js";
import type { Unit } from "./unit.js";

/** Discord cuts choices at 100 characters; a terminal has use for no more. */
const LONGEST_NAME = 100;

/** A sentence as it can be suggested. */
interface Entry {
  readonly reference: string;
  readonly text: string;
  readonly apparatus: boolean;
  /** Its words, normalised, each between blanks: " more than 100000 refugees ". */
  readonly words: string;
}

/** Made once for each passage: every key that somebody presses asks for all of them. */
const known = new WeakMap<Unit, readonly Entry[]>();

function entriesOf(unit: Unit): readonly Entry[] {
  const before = known.get(unit);
  if (before) return before;
  const apparatus = unit.passage.layer !== "text";
  const entries = unit.passage.sentences.map(({ path }, at): Entry => {
    const text = unit.sentences[at] as string;
    return {
      reference: `${path}${apparatus ? `@${unit.witness.siglum}` : ""}`,
      text,
      apparatus,
      words: ` ${wordsOf(text)
        .map((word) => word.norm)
        .join(" ")} `,
    };
  });
  known.set(unit, entries);
  return entries;
}

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
  const ranked = units.flatMap((unit) =>
    entriesOf(unit).flatMap((entry) => {
      const rank = rankOf(asked, words, unit.work.id, entry);
      return rank === undefined ? [] : [{ rank: rank + (entry.apparatus ? 0.5 : 0), unit, entry }];
    }),
  );
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ unit, entry }) => {
      const value = `${unit.work.id}:${entry.reference}`;
      return { name: shorten(`${works.length > 1 ? value : entry.reference} ${entry.text}`), value };
    });
}

function rankOf(
  asked: string,
  words: readonly string[],
  work: string,
  { reference, words: own }: Entry,
): number | undefined {
  if (asked === "") return 4;
  const [short, full] = [reference.toLowerCase(), `${work}:${reference}`.toLowerCase()];
  const [path] = short.split("@");
  if (asked === short || asked === full || asked === path) return 0;
  if (short.startsWith(asked) || full.startsWith(asked)) return 1;
  if (words.length === 0) return undefined;
  if (own.includes(` ${words.join(" ")}`)) return 2;
  const whole = words.slice(0, -1).every((word) => own.includes(` ${word} `));
  return whole && own.includes(` ${words.at(-1) as string}`) ? 3 : undefined;
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
