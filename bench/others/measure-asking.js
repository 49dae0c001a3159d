// Everything loaded, each in a process of its own: how long a question takes, and what is found.
import { LIMIT } from "../places.js";
import { serve } from "../processes.js";
import { percentile, ratioOfMedians, shuffle } from "../statistics.js";
import { CONTENDER, OTHERS, QUOTH_CONTENDER } from "./places.js";

const WARM_UP = 20;

/**
 * Puts the questions to all in turn, in an order drawn anew for each, and afterwards the foreign ones.
 * @param {object} corpus as `prepareCorpus` gives it
 * @param {{ questions: number, foreign: number, quoth?: boolean }} plan at most so many of each
 * @returns what each was given and how long it took: `times`, `asked` and `foreign` by name, in the questions' order
 */
export async function measureAsking(corpus, { questions: most, foreign: many, quoth = true }, random) {
  const processes = {
    floor: await serve([LIMIT, "serve", corpus.dir]),
    ...(quoth ? { quoth: await serve([QUOTH_CONTENDER, corpus.corpus, corpus.data, corpus.name]) } : {}),
  };
  for (const name of OTHERS) processes[name] = await serve([CONTENDER, name, "serve", corpus.dir]);
  const names = Object.keys(processes);
  const lists = () => Object.fromEntries(names.map((name) => [name, []]));
  const ask = async (name, text) => replyOf(await processes[name].ask({ kind: "ask", text }));
  try {
    const questions = shuffle(corpus.questions, random).slice(0, most);
    const result = { questions, times: lists(), asked: lists(), foreign: lists(), outcomes: [] };
    for (let at = 0; at < WARM_UP; at += 1)
      for (const name of names) await ask(name, questions[at % questions.length].text);
    for (const { text } of questions) {
      for (const name of shuffle(names, random)) {
        const reply = await ask(name, text);
        result.times[name].push(reply.total);
        result.asked[name].push(reply);
      }
    }
    for (const text of corpus.foreign.slice(0, many))
      for (const name of names) result.foreign[name].push(await ask(name, text));
    if (quoth)
      for (const { id } of questions)
        result.outcomes.push((await processes.quoth.ask({ kind: "judge", id })).outcome);
    return result;
  } finally {
    await Promise.all(Object.values(processes).map((one) => one.stop()));
  }
}

/** One shape for all: the floor has one result, quoth its quotes. */
function replyOf(reply) {
  if (reply.found) return { ...reply, answered: reply.found.length > 0, score: reply.found[0]?.score };
  if ("best" in reply)
    return { total: reply.total, found: [{ at: reply.best }], answered: true, score: reply.score };
  return { ...reply, found: [], score: reply.confidence };
}

/** p50, p99 and the ratio to the floor of what `measureAsking` timed. */
export function timesOf({ times }, random) {
  return Object.fromEntries(
    Object.entries(times).map(([name, ms]) => [
      name,
      {
        p50: percentile(ms, 0.5),
        p99: percentile(ms, 0.99),
        toFloor: ratioOfMedians(ms, times.floor, random),
      },
    ]),
  );
}
