import { markdownTable } from "./fill-tables.js";

const SYSTEMS = {
  quoth: "**quoth**",
  minisearch: "minisearch, no model",
  orama: "Orama, hybrid",
  langchain: "LangChain.js, HNSWLib",
  llamaindex: "LlamaIndex.TS",
  vectra: "vectra",
  floor: "floor: forward pass and scan",
};
const UNKNOWN = "–";

/** The systems of bench/others.json, one a line. */
export function othersTable(report) {
  const of = (name, level) => report?.results.find((one) => one.name === name && one.level === level);
  const [sentences, paragraphs] = [of("xquad", "sentence"), of("xquad", "paragraph")];
  const half = of("half", "sentence");
  const large = report?.results.filter(({ name }) => name.startsWith("copies")).at(-1);
  return markdownTable(
    [
      "",
      "right sentence first",
      "in three",
      "right paragraph first",
      "off-topic questions answered all the same",
      "question, p50 ÷ floor",
      "start to first answer ÷ floor",
      "memory ÷ floor",
      large
        ? `${large.units.toLocaleString("en")} ${large.level}s: question p50 / p99, ms`
        : "10,000 sentences",
    ],
    Object.entries(SYSTEMS).map(([name, title]) => [
      title,
      percent(sentences?.found[name]?.first),
      percent(sentences?.found[name]?.three),
      percent(paragraphs?.found[name === "quoth" ? "quoth, passages" : name]?.first),
      percent(half?.refusals[name]?.foreign),
      times(sentences?.asking[name]?.toFloor.ratio),
      times(sentences?.starting[name]?.toFloor.ratio),
      times(sentences?.starting[name]?.memoryToFloor),
      large ? `${large.asking[name].p50.toFixed(1)} / ${large.asking[name].p99.toFixed(1)}` : UNKNOWN,
    ]),
  );
}

/** Of bench/others-quotations.json: what passes which check. */
export function passingTable(report) {
  const share = (count, total) => `${count.toLocaleString("en")} of ${total.toLocaleString("en")}`;
  return markdownTable(
    ["what passes as a quotation", "quoth", "verbatim-core, exact", "verbatim-core, fuzzy"],
    Object.entries(report?.sums ?? {}).map(([expected, { total, quoth, exact, fuzzy }]) => [
      {
        altered: "altered",
        elided: "honestly shortened or bracketed",
        faithful: "faithful, other typography",
      }[expected] ?? expected,
      ...[quoth, exact, fuzzy].map((count) => share(count, total)),
    ]),
  );
}

function percent(figure) {
  if (!figure) return UNKNOWN;
  const [value, low, high] = [figure.value, figure.low, figure.high].map((one) => (100 * one).toFixed(1));
  return `${value} [${low}, ${high}]`;
}

const times = (ratio) => (typeof ratio === "number" ? ratio.toFixed(2) : UNKNOWN);
