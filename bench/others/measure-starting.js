// Process start to the first answer on standard output, index and model on disk; and the most memory it took.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LIMIT, QUOTH } from "../places.js";
import { runScript } from "../processes.js";
import { percentile, ratioOfMedians, shuffle, summarise } from "../statistics.js";
import { CONTENDER, OTHERS } from "./places.js";

/** Exit code of an honest no. */
const ABSTAINED = 1;

/** @param {object} corpus as `prepareCorpus` gives it @param {{ rounds: number }} plan one more watches memory */
export async function measureStarting(corpus, { rounds }, random) {
  const ids = new Map(JSON.parse(readFileSync(path.join(corpus.dir, "question-ids.json"), "utf8")));
  const idsFile = path.join(corpus.dir, "one-question.json");
  const contenders = {
    floor: (_, options) => runScript([LIMIT, "ask", corpus.dir, idsFile], options),
    quoth: (question, options) =>
      runScript([QUOTH, "ask", "--corpus", corpus.corpus, "--data", corpus.data, question], {
        ...options,
        codes: [0, ABSTAINED],
      }),
    ...Object.fromEntries(
      OTHERS.map((name) => [
        name,
        (question, options) => runScript([CONTENDER, name, "ask", corpus.dir, question], options),
      ]),
    ),
  };
  const names = Object.keys(contenders);
  const samples = Object.fromEntries(names.map((name) => [name, { ms: [], memory: 0 }]));
  const questions = shuffle(corpus.questions, random);
  // The first round brings the files into the page cache; it is the one whose memory is watched.
  for (let round = 0; round <= rounds; round += 1) {
    const { text } = questions[round % questions.length];
    writeFileSync(idsFile, JSON.stringify(ids.get(text)));
    for (const name of shuffle(names, random)) {
      const { answerMs, memory } = await contenders[name](text, { memory: round === 0 });
      if (round === 0) samples[name].memory = memory?.tree ?? Number.NaN;
      else samples[name].ms.push(answerMs);
    }
  }
  const floor = samples.floor;
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        ms: percentile(samples[name].ms, 0.5),
        most: summarise(samples[name].ms).p95,
        toFloor: ratioOfMedians(samples[name].ms, floor.ms, random),
        peakMiB: samples[name].memory,
        memoryToFloor: samples[name].memory / floor.memory,
      },
    ]),
  );
}
