// An essay of quotations: found, checked, and timed beside a pattern that finds them and a scan for each.
import { checkEssay } from "../dist/edition/essay/check-essay.js";
import { drawEvenly } from "./quotation-timing.js";
import { ratioOfMedians, shuffle, summarise } from "./statistics.js";

/** Kinds that bring marks of their own, or lines that a Markdown paragraph would not hold. */
const MARKED = /^typography-(?:curly|guillemets|wrapped|bom)$/;
const LEADS = ["The President wrote:", "He held that", "As the letter has it,", "In his words,"];

/**
 * @param {object} index @param {readonly object[]} mutants
 * @param {{ quotations: number, rounds: number }} plan @param {number} seed @param {() => number} random
 */
export function measureEssay(index, mutants, { quotations, rounds }, seed, random) {
  const quotable = mutants.filter(({ kind, quotation }) => !MARKED.test(kind) && !/["“”]/.test(quotation));
  const drawn = shuffle(drawEvenly(quotable, quotations * 2, seed), random).slice(0, quotations);
  const essay = drawn
    .map(({ quotation }, at) =>
      at % 10 === 9
        ? `The letter says:\n\n> ${quotation}\n\n`
        : `${LEADS[at % LEADS.length]} “${quotation}”. Much has been said about it since.${at % 4 === 3 ? "\n\n" : " "}`,
    )
    .join("");
  const texts = index.works.flatMap(({ witnesses }) => witnesses.map(({ text }) => text));
  const floor = () =>
    [...essay.matchAll(/“([^”]+)”|^> (.+)$/gm)].map(([, inline, block]) =>
      texts.map((text) => text.indexOf(inline ?? block)),
    );
  const contenders = { quoth: () => checkEssay(index, essay), scan: floor };
  const report = contenders.quoth();
  floor();
  const ms = { quoth: [], scan: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const name of shuffle(Object.keys(contenders), random)) {
      const start = performance.now();
      contenders[name]();
      ms[name].push(performance.now() - start);
    }
  const expected = new Map(drawn.map(({ quotation, expected }) => [quotation, expected]));
  const wrong = report.quotations.filter(
    ({ text, failed }) => failed !== (expected.get(text.trim()) === "altered"),
  );
  return {
    characters: essay.length,
    words: essay.split(/\s+/).length,
    quotations: drawn.length,
    found: report.found,
    altered: drawn.filter((one) => one.expected === "altered").length,
    failures: report.failures,
    wrong: wrong.map(({ text, status }) => ({ text, status })),
    quoth: summarise(ms.quoth),
    scan: summarise(ms.scan),
    toScan: ratioOfMedians(ms.quoth, ms.scan, random),
  };
}
