import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { table } from "../render-report.js";
import { MODEL } from "../places.js";

const NAMES = {
  quoth: "**quoth**",
  "quoth, its quotes": "**quoth**, quotes as shown",
  "quoth, passages": "**quoth**",
  floor: "floor",
  minisearch: "minisearch, no model",
  orama: "Orama, hybrid",
  langchain: "LangChain.js, HNSWLib",
  llamaindex: "LlamaIndex.TS",
  vectra: "vectra",
};
const ORDER = Object.keys(NAMES);
const TITLES = { letter: "the letter", xquad: "XQuAD", half: "XQuAD, first 24 articles" };

/** The comparison as Markdown, formatted as the project's other files are. */
export async function renderOthers({ machine, minutes, results, splitting }) {
  const file = fileURLToPath(new URL("../others.md", import.meta.url));
  const versions = Object.entries({ ...machine.packages, ...machine.others })
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
  const timed = results.filter(({ starting }) => starting);
  const letter = results.find(({ name }) => name === "letter");
  const refusing = results.filter(({ refusals }) => refusals);
  const text = [
    "# quoth beside other systems",
    `Written by \`npm run bench:others\` (${minutes.toFixed(0)} min); the figures in full are in others.json. All were given the same texts, the same questions and the same model file (${MODEL}, int8, through transformers.js, one text at a time), each set up as its documentation says, and measured in one run in shuffled order. Read the ratios to the floor, for the milliseconds are this machine's. Brackets: bootstrap 95 % intervals.`,
    `**Machine**: ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.os}, Node ${machine.node}; load before ${machine.loadBefore.join(", ")}. ${versions}.`,
    "**floor** is bench/limit.js: the bare forward pass on word pieces counted beforehand and a plain scan over the vectors; it handles no text. **Orama** is used in hybrid mode with `similarity: 0` (its default of .8 leaves hardly any neighbour of this model). The others compare vectors only; **minisearch** words only. quoth is the only one here that compares passages, sentences and word pieces, and may say no; the others answer with whatever is nearest. Sentences are those that quoth cuts: the others were handed them ready, one text each.",
    "## The right sentence",
    ...results
      .filter(({ level, found }) => found && level === "sentence")
      .flatMap((one) => [
        `${titleOf(one)}: ${one.sentences} sentences; ${one.found.minisearch.first.questions} questions that they answer.`,
        foundTable(one.found, (name) => name !== "quoth, passages"),
      ]),
    ...(letter
      ? [
          "The letter's frozen half alone: quoth was fitted on the other half, and on nothing of this one.",
          foundTable(letter.frozen, (name) => name !== "quoth, passages"),
        ]
      : []),
    "## The right paragraph",
    ...results
      .filter(({ level, found }) => found && level === "paragraph")
      .flatMap((one) => [
        `${titleOf(one)}: ${one.units} paragraphs, one vector each (quoth: ${one.sentences} sentences, too); ${one.found.minisearch.first.questions} questions.`,
        foundTable(one.found, (name) => name !== "quoth" && name !== "quoth, its quotes"),
      ]),
    "## When the text does not answer",
    "Foreign questions are about other articles than the text. None but quoth ever abstains: what is answered is what returned anything at all. AUROC: how well the best score (quoth: its stated probability) tells answerable questions from foreign ones, were one to set a threshold by hand.",
    table(
      ["text", "system", "answerable questions answered", "foreign questions answered", "AUROC"],
      refusing.flatMap((one) =>
        inOrder(one.refusals).map(([name, { answered, foreign, auroc }]) => [
          `${titleOf(one)}, ${foreign.questions} foreign`,
          NAMES[name],
          percent(answered),
          percent(foreign),
          `${decimal(auroc.value)} [${decimal(auroc.low)}, ${decimal(auroc.high)}]`,
        ]),
      ),
    ),
    "## The source's own words",
    `Every quote that quoth showed above was cut from its file anew: ${results.reduce((sum, { slices }) => sum + slices.quotes, 0).toLocaleString("en")} quotes, ${results.reduce((sum, { slices }) => sum + slices.bad, 0)} that differ. The others return the text that they were handed, and no place in the file but what the caller put beside it. What their own splitters make of the file, as documented: pieces that stand in it character for character; that come with offsets at which it reads so; that begin and end where a sentence does; that hold words of one layer only (the author's text, an editor's note, a heading, metadata).`,
    ...Object.entries(splitting).flatMap(([name, splitters]) => [
      `${name === "letter" ? "The letter's editions, as quoth reads them" : "XQuAD's 240 paragraphs in one file (one layer)"}:`,
      table(
        ["splitter", "pieces", "exact slices", "with right offsets", "whole sentences", "of one layer"],
        Object.entries(splitters).map(([splitter, { pieces, slices, offsets, whole, oneLayer }]) => [
          splitter,
          String(pieces),
          ...[slices, offsets, whole, oneLayer].map((count) => `${((100 * count) / pieces).toFixed(0)} %`),
        ]),
      ),
    ]),
    "## Speed and size",
    "Start: process start to the first answer on standard output, index and model on disk (median). Question: warm. Build: from the opened model to the index on disk. Memory: the process tree's peak, up to the first answer. Where the vectors were *given*, all but quoth were handed the floor's vectors, made in two processes, and their build time is without them; quoth always makes its own (of passages, sentences and word pieces). The larger texts are XQuAD's 240 paragraphs again and again, from the second round on with a fifth of the words replaced by others (seeded).",
    ...timed.flatMap((one) => [`### ${titleOf(one)}: ${sizeOf(one)}`, speedTable(one)]),
    "What the others build is less than what quoth builds: a vector for each text that they are given. At paragraph level they cannot answer with a sentence.",
  ].join("\n\n");
  return format(text, { ...(await resolveConfig(file)), parser: "markdown" });
}

function foundTable(found, wanted) {
  return table(
    ["system", "right first", "right in three"],
    inOrder(found)
      .filter(([name]) => wanted(name))
      .map(([name, { first, three }]) => [NAMES[name], percent(first), three ? percent(three) : "–"]),
  );
}

function speedTable({ starting, asking, building, given }) {
  return table(
    [
      "system",
      "start, ms",
      "÷ floor",
      "question p50 / p99, ms",
      "p50 ÷ floor",
      given ? "build, s (vectors given)" : "build, s",
      "÷ floor",
      "memory, MiB",
      "÷ floor",
      "index on disk, MiB",
    ],
    inOrder(starting).map(([name, start]) => [
      NAMES[name],
      start.ms.toFixed(0),
      ratio(name, start.toFloor),
      `${asking[name].p50.toFixed(2)} / ${asking[name].p99.toFixed(2)}`,
      ratio(name, asking[name].toFloor),
      `${(building[name].ms / 1000).toFixed(2)}`,
      building[name].toFloor.toFixed(2),
      start.peakMiB === null || Number.isNaN(start.peakMiB) ? "–" : start.peakMiB.toFixed(0),
      start.memoryToFloor === null || Number.isNaN(start.memoryToFloor)
        ? "–"
        : start.memoryToFloor.toFixed(2),
      building[name].diskMiB.toFixed(1),
    ]),
  );
}

function titleOf({ name }) {
  return TITLES[name] ?? (name.startsWith("copies") ? "XQuAD with changed words" : name);
}

function sizeOf({ level, units, passages, sentences }) {
  return level === "paragraph"
    ? `${units.toLocaleString("en")} paragraphs (quoth: ${sentences.toLocaleString("en")} sentences, too)`
    : `${units.toLocaleString("en")} sentences of ${passages.toLocaleString("en")} passages`;
}

const inOrder = (figures) => Object.entries(figures).sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
const decimal = (value) => value.toFixed(3).replace(/^0\./, ".");
const percent = ({ value, low, high }) =>
  `${(100 * value).toFixed(1)} [${(100 * low).toFixed(1)}, ${(100 * high).toFixed(1)}]`;
const ratio = (name, { ratio: value, low, high }) =>
  name === "floor" ? "1" : `${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
