import type { Quote } from "../edition/quote.js";
import type { Place } from "./find-topic.js";
import { quoteRun } from "./quote-run.js";
import type { Lexicon } from "./searcher.js";
import type { Unit } from "./unit.js";
import { wholeVerse } from "./whole-verse.js";

/** The sentence at a place; of verse, the whole grammatical one. */
export function quotePlace(
  { units }: Pick<Lexicon, "units">,
  { unit, sentence }: Place,
  siglum: string | undefined,
): Quote {
  const at = units[unit] as Unit;
  return quoteRun(at, wholeVerse(at, { from: sentence, to: sentence + 1 }, sentence), siglum);
}
