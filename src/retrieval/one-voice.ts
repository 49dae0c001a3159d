import type { Quote } from "../edition/quote.js";

/** All quotes of one Answer are of one layer, one author and one voice, those of the best: no two are merged. */
export function oneVoice(quotes: readonly Quote[]): Quote[] {
  const [best] = quotes;
  return quotes.filter(
    ({ layer, voice, author }) => layer === best?.layer && voice === best.voice && author === best.author,
  );
}
