// One forced build in the library, timed from the opened model on, with the event loop watched.
//   node bench/quoth-build.js CORPUS DATA
import { monitorEventLoopDelay } from "node:perf_hooks";
import { composeQuoth, settingsFor } from "./compose.js";

/** The monitor's own timer, ms: what it reports holds one period, which is taken off. */
const PERIOD = 1;

const [corpus, data] = process.argv.slice(2);
const delay = monitorEventLoopDelay({ resolution: PERIOD });
const reading = () => ({
  max: Math.max(0, delay.max / 1e6 - PERIOD),
  p99: Math.max(0, delay.percentile(99) / 1e6 - PERIOD),
});
let start = 0;
let embedding;
let embedded = 0;
const { embedder, lexicon } = await composeQuoth(settingsFor(corpus, data), {
  force: true,
  beforeIndex() {
    start = performance.now();
    delay.enable();
  },
  onProgress(done, total) {
    if (done < total) return;
    embedded = performance.now();
    embedding = reading();
    delay.reset();
  },
});
const end = performance.now();
const writing = reading();
await embedder.close();
console.log(
  JSON.stringify({
    passages: lexicon.units.length,
    ms: end - start,
    embeddingMs: embedded - start,
    embedding,
    writing,
  }),
);
