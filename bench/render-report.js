import { format, resolveConfig } from "prettier";
import { fileURLToPath } from "node:url";

/** The figures as Markdown, formatted as the project's other files are. */
export async function renderReport({ machine, goals, results }, failures) {
  const all = Object.values(results);
  const file = fileURLToPath(new URL("speed.md", import.meta.url));
  const text = [
    "# Speed",
    "Written by `npm run bench`; the figures in full are in speed.json. All contenders were measured interleaved, in shuffled order, in one run: read the ratios, for the milliseconds are this machine's. In parentheses 95 % bootstrap intervals.",
    `**Machine**: ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.os}, Node ${machine.node}; load before ${machine.loadBefore.join(", ")}. ${Object.entries(
      machine.packages,
    )
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}.`,
    "**quoth** answers as it always does. **plain** is [plain.js](plain.js): transformers.js' pipeline and hnswlib-node, as a tutorial writes them. **limit** is [limit.js](limit.js): onnxruntime on word pieces counted beforehand, one-pass pooling, a scan; it neither tokenizes nor handles text.",
    "## Goals",
    table(
      ["", "corpus", "measured", "goal", ""],
      goals.map((goal) => [goal.what, goal.corpus, goal.value, goal.goal, goal.met ? "met" : "**missed**"]),
    ),
    "## Process start to first answer",
    "Index and model on disk, files in the page cache; time until the answer stands on standard output, and until the process has ended. Peak memory (resident, in runs of their own): the process tree's, and each process's own, the parent's first; pages that two processes share count twice.",
    table(
      ["corpus", "", "answer p50, ms", "p95", "ended p50", "÷ limit", "peak MiB", "of which"],
      all.flatMap(({ title, cold }) =>
        Object.entries(cold.contenders).map(([name, { answerMs, exitMs, peakMiB }]) => [
          title,
          name,
          whole(answerMs.p50),
          whole(answerMs.p95),
          whole(exitMs.p50),
          { quoth: times(cold.toLimit), plain: times(cold.plainToLimit) }[name] ?? "1",
          peakMiB ? whole(peakMiB.tree) : "–",
          peakMiB ? peakMiB.parts.map(whole).join(" + ") : "–",
        ]),
      ),
    ),
    "## One question, warm",
    "p50 / p95 in ms. quoth's total is the library's `ask`, its slices compared with the files again; the parts are medians of their own, measured over wrapped parts, and need not add up. *Search* is HNSW over passages and sentences and the reading of token vectors; *rest* is words, late interaction, choice, and cutting the quotes. plain and limit search passages only and print one of them whole.",
    table(
      ["corpus", "", "total", "÷ limit", "embedding", "search", "rest"],
      all.flatMap(({ title, warm }) =>
        Object.entries(warm.contenders).map(([name, parts]) => [
          `${title}, ${warm.questions} questions`,
          name,
          both(parts.total),
          { quoth: times(warm.toLimit), plain: times(warm.plainToLimit) }[name] ?? "1",
          both(parts.embedding),
          both(parts.search),
          both(parts.rest),
        ]),
      ),
    ),
    "## Build",
    "Passages per second from the opened model to the index on disk, median; plain embeds passage by passage and keeps one vector of each, quoth also keeps every sentence's and every word piece's. *Bare passes*: limit's forward passes in two processes, nothing else. *Whole*: from process start to its end.",
    table(
      [
        "corpus",
        "quoth /s",
        "plain /s",
        "bare passes /s",
        "quoth ÷ plain",
        "quoth ÷ bare",
        "whole: quoth, plain",
        "whole: rate ÷ plain",
      ],
      all.map(({ title, build }) => [
        `${title} (${build.passages} passages)`,
        build.passagesPerSecond.library.toFixed(1),
        build.passagesPerSecond.plain.toFixed(1),
        build.passagesPerSecond.passes.toFixed(1),
        times(build.rateToPlain),
        times(build.rateToPasses),
        build.wholeMs ? `${whole(build.wholeMs.quoth.p50)} ms, ${whole(build.wholeMs.plain.p50)} ms` : "–",
        build.wholeRateToPlain ? times(build.wholeRateToPlain) : "–",
      ]),
    ),
    "## Event loop",
    "How long the library's own event loop was held during a build (perf_hooks, period 1 ms taken off). *Idle*: what the loop of a process with nothing to do was late by at the same time; that much the machine owes.",
    table(
      [
        "corpus",
        "embedding: longest, ms",
        "median round's longest",
        "p99",
        "writing the index: longest",
        "idle: longest",
      ],
      all.map(({ title, build: { eventLoop: loop } }) => [
        title,
        loop.embeddingMax.toFixed(1),
        loop.embeddingMaxP50.toFixed(1),
        loop.embeddingP99.toFixed(1),
        loop.writingMax.toFixed(1),
        loop.idleMax.toFixed(1),
      ]),
    ),
    "## What must hold",
    table(
      [
        "corpus",
        "questions asked",
        "answered",
        "quotes shown",
        "cut from their file anew",
        "HNSW = exact, passages",
        "sentences",
      ],
      all.map(({ title, warm: { kinds, identity, agreement, sentences, units } }) => [
        title,
        String(identity.answers),
        `${kinds.answer} of ${kinds.answer + kinds.abstention}`,
        String(identity.quotes),
        `${((100 * (identity.quotes - identity.bad.length)) / Math.max(1, identity.quotes)).toFixed(identity.bad.length > 0 ? 2 : 0)} %`,
        `${agreement.passages} of ${agreement.questions} (${units})`,
        `${agreement.sentences} of ${agreement.questions} (${sentences})`,
      ]),
    ),
    ...failures.map((failure) => `**Failed**: ${failure}`),
  ].join("\n\n");
  return format(text, { ...(await resolveConfig(file)), parser: "markdown" });
}

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const whole = (value) => value.toFixed(0);
const both = ({ p50, p95 }) => `${p50.toFixed(2)} / ${p95.toFixed(2)}`;
const times = ({ ratio, low, high }) => `${ratio.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
