// From process start to the first answer, with index and model on disk.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { LIMIT, PLAIN, QUOTH } from "./places.js";
import { runScript } from "./processes.js";
import { percentile, ratioOfMedians, shuffle, summarise } from "./statistics.js";

/** Exit code of an honest no. */
const ABSTAINED = 1;

/** @param {import("./corpora.js").Corpus} corpus */
export async function measureCold(corpus, { rounds, memoryRounds, warmUp = 1 }, random) {
  const { idsOf } = corpus;
  const idsFile = path.join(corpus.dir, "one-question.json");
  const contenders = {
    quoth: (question, options) =>
      runScript([QUOTH, "ask", "--corpus", corpus.corpus, "--data", corpus.data, question], {
        ...options,
        codes: [0, ABSTAINED],
      }),
    plain: (question, options) => runScript([PLAIN, "ask", corpus.dir, question], options),
    limit: (_, options) => runScript([LIMIT, "ask", corpus.dir, idsFile], options),
  };
  const names = Object.keys(contenders);
  const questions = shuffle(corpus.questions, random);
  const samples = Object.fromEntries(names.map((name) => [name, { answer: [], exit: [], memory: [] }]));
  // The first round is not counted: it brings the files into the page cache.
  for (let round = 0; round < warmUp + rounds + memoryRounds; round += 1) {
    const question = questions[round % questions.length];
    writeFileSync(idsFile, JSON.stringify(idsOf.get(question)));
    const memory = round >= warmUp + rounds;
    for (const name of shuffle(names, random)) {
      const run = await contenders[name](question, { memory });
      if (round < warmUp) continue;
      if (memory) {
        if (run.memory) samples[name].memory.push(run.memory);
      } else {
        samples[name].answer.push(run.answerMs);
        samples[name].exit.push(run.exitMs);
      }
    }
  }
  return {
    contenders: Object.fromEntries(
      names.map((name) => [
        name,
        {
          answerMs: summarise(samples[name].answer),
          exitMs: summarise(samples[name].exit),
          ...(samples[name].memory.length > 0 ? { peakMiB: peakOf(samples[name].memory) } : {}),
        },
      ]),
    ),
    toPlain: ratioOfMedians(samples.quoth.answer, samples.plain.answer, random),
    toLimit: ratioOfMedians(samples.quoth.answer, samples.limit.answer, random),
    plainToLimit: ratioOfMedians(samples.plain.answer, samples.limit.answer, random),
  };
}

function peakOf(runs) {
  const median = (values) => percentile(values, 0.5);
  return {
    tree: median(runs.map((run) => run.tree)),
    parts: runs[0].parts.map((_, at) => median(runs.map((run) => run.parts[at] ?? 0))),
  };
}
