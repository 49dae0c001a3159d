// One question when everything is loaded: total, and where it goes. Each contender sits in a process of its own,
// times itself, and is asked in turn, in an order drawn anew for each question.
import { LIMIT, PLAIN, QUOTH_SERVE } from "./places.js";
import { serve } from "./processes.js";
import { ratioOfMedians, shuffle, summarise } from "./statistics.js";

/** @param {import("./corpora.js").Corpus} corpus */
export async function measureWarm(corpus, { rounds, questions: most, exact, warmUp = 40 }, random) {
  const contenders = {
    quoth: await serve([QUOTH_SERVE, corpus.corpus, corpus.data]),
    plain: await serve([PLAIN, "serve", corpus.dir]),
    limit: await serve([LIMIT, "serve", corpus.dir]),
  };
  try {
    const questions = shuffle(corpus.questions, random).slice(0, most);
    const turns = [
      ["quoth", "ask"],
      ["quoth", "split"],
      ["plain", "serve"],
      ["limit", "serve"],
    ];
    const samples = Object.fromEntries(turns.map((turn) => [turn.join(" "), []]));
    const identity = { answers: 0, quotes: 0, bad: [] };
    const kinds = { answer: 0, abstention: 0 };
    const first = Array.from({ length: warmUp }, (_, at) => questions[at % questions.length]);
    const asked = [...first, ...Array.from({ length: rounds }, () => questions).flat()];
    for (const [at, text] of asked.entries()) {
      for (const turn of shuffle(turns, random)) {
        const [name, kind] = turn;
        const reply = await contenders[name].ask({ kind, text });
        if (name === "quoth") {
          identity.answers += 1;
          identity.quotes += reply.quotes;
          identity.bad.push(...reply.bad.map((reference) => `${reference} (${text})`));
        }
        if (at < warmUp) continue;
        samples[turn.join(" ")].push(reply);
        if (kind === "ask") kinds[reply.kind] += 1;
      }
    }
    const agreement = { questions: 0, passages: 0, sentences: 0, engine: "" };
    for (const text of questions.slice(0, exact)) {
      const reply = await contenders.quoth.ask({ kind: "exact", text });
      agreement.engine = reply.engine;
      agreement.questions += 1;
      agreement.passages += Number(reply.passages);
      agreement.sentences += Number(reply.sentences);
    }
    const totals = (key) => samples[key].map((one) => one.total);
    const part = (key, name) => summarise(samples[key].map((one) => one[name]));
    const describe = (key, parts) => ({
      total: summarise(totals(key)),
      embedding: part(parts, "embedding"),
      search: part(parts, "search"),
      rest: part(parts, "rest"),
    });
    return {
      questions: questions.length,
      rounds,
      units: contenders.quoth.hello.units,
      sentences: contenders.quoth.hello.sentences,
      kinds,
      contenders: {
        quoth: describe("quoth ask", "quoth split"),
        plain: describe("plain serve", "plain serve"),
        limit: describe("limit serve", "limit serve"),
      },
      toLimit: ratioOfMedians(totals("quoth ask"), totals("limit serve"), random),
      toPlain: ratioOfMedians(totals("quoth ask"), totals("plain serve"), random),
      plainToLimit: ratioOfMedians(totals("plain serve"), totals("limit serve"), random),
      identity,
      agreement,
    };
  } finally {
    await Promise.all(Object.values(contenders).map((one) => one.stop()));
  }
}
