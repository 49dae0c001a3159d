// bench/scale.md out of what bench/scale.js measured.

const GOALS = { rate: 0.85, p50: 25, edit: 1000 };
const number = (value, digits = 1) =>
  value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const verdict = (met) => (met ? "met" : "**missed**");
const row = (cells) => `| ${cells.join(" | ")} |`;

/** @param {{ machine: any, build: any, sizes: any[] }} report */
export function renderScale({ machine, build, sizes }) {
  const { packages } = machine;
  const median = ({ serve }) => serve.edits.map(({ ms }) => ms).sort((a, b) => a - b)[1];
  const goal = sizes.find(({ paragraphs }) => paragraphs === 10_000);
  const same = sizes.every(({ recall }) =>
    ["passages", "sentences"].every((kind) => recall[kind].same === recall[kind].queries),
  );
  const { ratio, low, high } = build.rateToPasses;
  return [
    "# Scale",
    "",
    "Written by `npm run bench:scale`; the figures in full are in scale.json. The milliseconds are this machine's: read how they grow.",
    "",
    `**Machine**: ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.os}, Node ${machine.node}; load before ${machine.loadBefore.join(", ")}. ${Object.entries(
      packages,
    )
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}.`,
    "",
    "**Real**: XQuAD's 240 English paragraphs, its questions, and their vectors. **Synthetic**: all other paragraphs, which are copies of these with some 17 % of the words replaced by others of XQuAD's (seeded). For the build rate they are embedded; at the sizes below their vectors are the originals' with noise as large as what such a copy really differs by" +
      (goal?.copies ? ` (median cosine of real copies in this run: ${number(goal.copies, 2)})` : "") +
      ". Near copies are the hardest neighbours for a graph, and the idf of words is what 240 paragraphs give.",
    "",
    "## Goals",
    "",
    row(["", "measured", "goal", ""]),
    row(["---", "---", "---", "---"]),
    row([
      "build, passages/s ÷ bare forward passes in two processes",
      `${number(ratio, 2)} (${number(low, 2)}–${number(high, 2)})`,
      `≥ ${GOALS.rate}`,
      verdict(ratio >= GOALS.rate),
    ]),
    ...(goal
      ? [
          row([
            "one question over 10,000 paragraphs, p50",
            `${number(goal.serve.p50)} ms`,
            `≤ ${GOALS.p50} ms`,
            verdict(goal.serve.p50 <= GOALS.p50),
          ]),
          row([
            "edit one paragraph of 10,000: until it is found, median of three",
            `${number(median(goal), 0)} ms`,
            `< ${number(GOALS.edit, 0)} ms`,
            verdict(median(goal) < GOALS.edit),
          ]),
        ]
      : []),
    row([
      "HNSW gives the same ten scores as exact search, every query, at every size",
      same ? "yes" : "no",
      "yes",
      verdict(same),
    ]),
    "",
    "## Build",
    "",
    `${number(build.passages, 0)} passages (${number(build.sentences, 0)} sentences), medians of ${build.rounds} ${build.rounds === 1 ? "round" : "rounds"}: quoth ${number(build.passagesPerSecond.library)} passages/s (${number((build.passagesPerSecond.library * build.sentences) / build.passages, 0)} sentences/s), from the opened model to the index on disk; bare forward passes in two processes ${number(build.passagesPerSecond.passes)}; plain ${number(build.passagesPerSecond.plain)}. The longest that a build held the event loop: ${number(Math.max(build.eventLoop.embeddingMax, build.eventLoop.writingMax))} ms (idle: ${number(build.eventLoop.idleMax)} ms).`,
    "",
    "## Size",
    "",
    "Of one process with the library opened: p50 and p99 of `ask`, processor time of that process for one question (the encoder's not counted), resident memory after the questions (the encoder's process, some 120 MiB, not counted), bytes on disk, time to read the corpus and to open the index, and from the writing of an edited paragraph (each work has 100) to the end of the question that finds it.",
    "",
    row([
      "",
      "paragraphs",
      "sentences",
      "p50, ms",
      "p99",
      "processor, ms",
      "memory, MiB",
      "records, MiB",
      "graphs",
      "tables",
      "corpus read, ms",
      "index opened",
      "edit to found, ms",
    ]),
    row(Array.from({ length: 13 }, () => "---")),
    ...sizes.map(({ title, paragraphs, sentences, serve, disk }) =>
      row([
        title,
        number(paragraphs, 0),
        number(sentences, 0),
        number(serve.p50),
        number(serve.p99),
        number(serve.cpuMs),
        number(serve.rss, 0),
        number(disk.records, 0),
        number(disk.graphs, 0),
        number(disk.tables),
        number(serve.readMs, 0),
        number(serve.openMs, 0),
        serve.edits.map(({ ms, found }) => (found ? number(ms, 0) : "not found")).join(", "),
      ]),
    ),
    "",
    "## Graph and exact search",
    "",
    "Queries whose ten best scores are those of an exact scan, and the median time of each (the scan is the one that serves where hnswlib-node is missing). quoth searches the graphs wherever they can be opened.",
    "",
    row(["", "vectors", "same ten", "HNSW, ms", "exact, ms"]),
    row(["---", "---", "---", "---", "---"]),
    ...sizes.flatMap(({ title, recall }) =>
      ["passages", "sentences"].map((kind) =>
        row([
          `${title}: ${kind}`,
          number(recall[kind].vectors, 0),
          `${recall[kind].same} of ${recall[kind].queries}`,
          number(recall[kind].graphMs, 2),
          number(recall[kind].exactMs, 2),
        ]),
      ),
    ),
    "",
  ].join("\n");
}
