import { LAYERS } from "../../edition/layer.js";
import type { Quote } from "../../edition/quote.js";
import type { Answer } from "../../retrieval/answer.js";
import { plainMessage } from "../../render/discord/plain-message.js";
import { renderOthers } from "../../render/discord/render-others.js";
import { prepareContext } from "../prepare-context.js";
import type { Source } from "../source.js";
import type { ButtonHandler } from "./press.js";

const OTHERS_AT_MOST = 3;

/** "Not what I asked": the next best passages, and where it is switched on, a note of it for the quality work. */
export const showOthers: ButtonHandler = async ({ source, feedback }, { quote, message }) => {
  const { question } = message;
  if (question === undefined) {
    return [
      plainMessage("I cannot read any more what was asked. Please ask again, in other words if you can."),
    ];
  }
  const { reference, witness } = quote;
  const { hash = "" } = message.passages[0] ?? {};
  await feedback?.keep({ question, reference, witness, hash, verdict: "not-what-was-asked" });
  const others = await nextBest(source, question, quote);
  return renderOthers(others, await prepareContext(source, others), feedback !== undefined);
};

/** What comes next to a question: of each layer, then passages that hold its words; none that was shown. */
async function nextBest(source: Source, question: string, shown: Quote): Promise<readonly Quote[]> {
  const first = await source.ask(question);
  const seen = new Set([shown, ...first.quotes].map(({ reference }) => reference));
  const found = new Map<string, Quote>();
  const take = (quotes: readonly Quote[]): void => {
    for (const one of quotes) if (!seen.has(one.reference)) found.set(one.reference, one);
  };
  take(closestOf(first));
  take((await source.ask(question, { limit: OTHERS_AT_MOST + first.quotes.length })).quotes);
  for (const layer of LAYERS) {
    if (found.size >= OTHERS_AT_MOST) break;
    const answer = await source.ask(question, { layers: [layer] });
    take([...answer.quotes, ...closestOf(answer)]);
  }
  if (found.size < OTHERS_AT_MOST) take((await source.quote(question, { limit: OTHERS_AT_MOST })).quotes);
  return [...found.values()].slice(0, OTHERS_AT_MOST);
}

function closestOf(answer: Answer): readonly Quote[] {
  return answer.kind === "abstention" && answer.closest ? [answer.closest] : [];
}
