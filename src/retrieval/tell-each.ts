import type { Quote } from "../edition/quote.js";
import type { Answer } from "./answer.js";
import type { AskOptions } from "./ask-options.js";
import { notesOn } from "./notes-on.js";
import { oneVoice } from "./one-voice.js";

type Abstention = Extract<Answer, { kind: "abstention" }>;

/**
 * One answer of the answers about each of several things: the best quote of each first, the author's before an
 * editor's, and the words that occur nowhere named; an abstention where none of them is answered.
 * @param answers in the order in which the things were asked for, one at least.
 */
export function tellEach(
  question: string,
  answers: readonly Answer[],
  { works, limit }: Pick<AskOptions, "works" | "limit">,
): Answer {
  const found = answers.filter((one) => one.kind === "answer");
  const vain = answers.filter((one) => one.kind === "abstention");
  const words = [...new Set(vain.flatMap(({ searched }) => searched?.words ?? []))];
  const [proof] = vain.flatMap(({ searched }) => searched ?? []);
  const searched = proof === undefined ? {} : { searched: { ...proof, words } };
  if (found.length === 0) {
    const best = vain.reduce((one, other) => (provesMore(other, one) ? other : one));
    return { ...best, question, ...searched };
  }
  const longest = Math.max(...found.map(({ quotes }) => quotes.length));
  const inTurn = [...Array(longest).keys()].flatMap((at) => found.flatMap(({ quotes }) => quotes[at] ?? []));
  const apart = distinct([
    ...inTurn.filter(({ layer }) => layer === "text"),
    ...inTurn.filter(({ layer }) => layer !== "text"),
  ]);
  const quotes = oneVoice(apart).slice(0, limit);
  // What only an editor mentions is told, too, apart.
  const edited = quotes[0]?.layer === "text" ? apart.filter(({ layer }) => layer === "note") : [];
  return {
    version: 1,
    question,
    kind: "answer",
    confidence: Math.min(...found.map(({ confidence }) => confidence)),
    quotes,
    notes: distinct([...notesOn(quotes, works), ...edited]),
    ...searched,
  };
}

/** That a word occurs nowhere is more than that nothing was found; else the surer one counts. */
function provesMore(one: Abstention, other: Abstention): boolean {
  const [proves, otherProves] = [one, other].map(({ searched }) => searched !== undefined);
  return proves === otherProves ? one.confidence > other.confidence : proves === true;
}

function distinct(quotes: readonly Quote[]): Quote[] {
  const key = ({ reference, witness }: Quote): string => `${reference}@${witness}`;
  return quotes.filter((quote, at) => quotes.findIndex((one) => key(one) === key(quote)) === at);
}
