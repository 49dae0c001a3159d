// What one size costs the library in a process of its own: opening, questions, memory, an edit until it is found.
//   node bench/scale-serve.js CORPUS DATA PARAGRAPHS QUESTIONS
import { open, readSettings } from "../dist/quoth.js";
import { placeOf, readXquad, scaleParagraphs, writeScaleWork } from "./scale-corpus.js";
import { percentile } from "./statistics.js";

const WARM_UP = 30;
const MIB = 2 ** 20;

const [corpus, data, paragraphs, questions] = process.argv.slice(2);
const begin = performance.now();
const quoth = await open({
  ...readSettings({ corpus, data }, {}),
  onWarning: (message) => process.stderr.write(`quoth: ${message}\n`),
});
const read = performance.now();
const { built } = await quoth.prepare();
if (built) throw new Error("the index had to be built");
const opened = performance.now();

const all = readXquad().questions;
const step = Math.max(1, Math.floor(all.length / Number(questions)));
const asked = all.filter((_, at) => at % step === 0).slice(0, Number(questions));
for (const question of asked.slice(0, WARM_UP)) await quoth.ask(question);
const times = [];
const cpu = process.cpuUsage();
let answered = 0;
for (const question of asked) {
  const start = performance.now();
  const answer = await quoth.ask(question);
  times.push(performance.now() - start);
  if (answer.kind === "answer") answered += 1;
}
const spent = process.cpuUsage(cpu);
const rss = process.memoryUsage().rss / MIB;

// An edit in the middle, another at the beginning, a third near the end; each a text of its own.
const edits = [];
const EDITS = [
  [
    0.5,
    "The keeper of the Skerryvore lighthouse counted forty herons.",
    "How many herons did the keeper of the Skerryvore lighthouse count?",
  ],
  [
    0,
    "Marmalade was forbidden aboard the barque Hesperia.",
    "What was forbidden aboard the barque Hesperia?",
  ],
  [0.95, "The beekeepers of Ostrava elected a cobbler.", "Whom did the beekeepers of Ostrava elect?"],
];
const texts = scaleParagraphs(Number(paragraphs));
for (const [share, text, question] of EDITS) {
  const at = Math.floor(share * texts.length);
  texts[at] = text;
  const { work } = placeOf(at);
  const own = texts.filter((_, one) => placeOf(one).work === work);
  const start = performance.now();
  writeScaleWork(corpus, work, own);
  let found = false;
  // The first question after the change is the one that waits for it.
  const answer = await quoth.ask(question);
  const ms = performance.now() - start;
  found = [...answer.quotes, answer.closest].some((quote) => quote?.text.includes(text));
  edits.push({ ms, found });
}
await quoth.close();
console.log(
  JSON.stringify({
    readMs: read - begin,
    openMs: opened - read,
    questions: asked.length,
    answered,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    cpuMs: (spent.user + spent.system) / 1000 / asked.length,
    rss,
    edits,
  }),
);
