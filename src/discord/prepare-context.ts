import { schemeOf } from "../edition/levels.js";
import { resolvePath } from "../edition/resolve-path.js";
import type { Quote } from "../edition/quote.js";
import type { SentenceBreak } from "../render/discord/cut-passage.js";
import type { Surroundings } from "../render/discord/passage-buttons.js";
import { quotedLength } from "../render/discord/quote-block.js";
import type { RenderContext } from "../render/discord/render-context.js";
import type { Source } from "./source.js";
import { isWhole, locatePassage, pathBeside } from "./locate-passage.js";
import { sentenceBreaks } from "./sentence-breaks.js";

/** A quote shorter than this (escaped) is never cut, so its sentences need not be asked for. */
const NEVER_CUT = 1500;

/** Looks up what rendering `quotes` needs: the authors, what stands around, and the sentences of what may be cut. */
export async function prepareContext(source: Source, quotes: readonly Quote[]): Promise<RenderContext> {
  const authors = new Map(source.works().map((work) => [work.id, work.author]));
  const breaks = new Map<Quote, readonly SentenceBreak[] | undefined>();
  for (const quote of quotes) {
    if (quotedLength(quote.text) > NEVER_CUT) breaks.set(quote, sentenceBreaks(source, quote));
  }
  return {
    authorOf: (work) => authors.get(work),
    breaksOf: (quote) => breaks.get(quote),
    surroundingsOf: (quote) => surroundings(source, quote),
  };
}

function surroundings(source: Source, quote: Quote): Surroundings | undefined {
  const place = quote.layer === "text" ? locatePassage(source, quote) : undefined;
  if (!place) return undefined;
  const { work, witness, first } = place;
  const others = work.witnesses.filter(
    (one) =>
      one === witness ||
      resolvePath(one, { path: first.passage.path.split("."), last: first.passage.path.split(".") }).length >
        0,
  );
  const next = others[(others.indexOf(witness) + 1) % others.length]?.siglum;
  return {
    before: pathBeside(place, "previous") !== undefined,
    after: pathBeside(place, "next") !== undefined,
    whole: !isWhole(place),
    ...(schemeOf(work.levels).runsOn ? { unit: "passage" } : {}),
    ...(next === undefined || next === witness.siglum ? {} : { edition: next }),
  };
}
