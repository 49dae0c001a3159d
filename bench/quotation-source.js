// A source of 10,000 paragraphs: XQuAD's 240 again and again, a fifth of the words changed in each copy. Hard for an
// index, since every sentence has some forty near relations.
import { readFileSync } from "node:fs";
import { buildQuotationIndex } from "../dist/edition/verification/quotation-index.js";
import { verifyQuotation } from "../dist/edition/verification/verify-quotation.js";
import { drawSample } from "../dist/evaluation/draw-sample.js";
import { judgeMutant } from "../dist/evaluation/judge-mutant.js";
import { basesOf, mutantsOf } from "../dist/evaluation/mutants.js";
import { naiveOracle } from "../dist/evaluation/naive-oracle.js";
import { poolArticles } from "../dist/evaluation/pool-articles.js";
import { XQUAD } from "./places.js";
import { drawEvenly, measureQuotations, paragraphsOf } from "./quotation-timing.js";
import { seededRandom } from "./statistics.js";

const CHANGED = 0.2;
/** Paragraphs whose sentences are quoted. */
const QUOTED = 120;
/** Words; quotations that are to be absent are longer. */
const LONG_ENOUGH = 15;
/** Kinds made for the letter alone: its note sign, and ellipses that its own words are known to allow. */
const LETTERS_OWN = /^(?:typography-marker|ellipsis-honest)$/;

/**
 * @param {{ paragraphs: number, quotations: number, faithful: number }} plan @param {readonly object[]} letter works whose sentences
 * the source does not hold @param {number} seed decides text and quotations @param {() => number} random the order
 */
export function measureSource(plan, letter, seed, random) {
  const contexts = JSON.parse(readFileSync(XQUAD, "utf8")).data.flatMap(({ paragraphs }) =>
    paragraphs.map(({ context }) => context),
  );
  const { work } = poolArticles([
    { title: "", paragraphs: copies(contexts, plan.paragraphs, seededRandom(seed)) },
  ]);
  const start = performance.now();
  const index = buildQuotationIndex([work]);
  const buildMs = performance.now() - start;

  const { items, faithful } = quotationsOf(work, letter, plan, seed);
  const verdicts = judgeSource(index, [...items, ...faithful], naiveOracle([work]), contexts.length);
  return {
    paragraphs: work.witnesses[0].passages.length,
    words: index.ids.length,
    characters: work.witnesses[0].text.length,
    buildMs,
    verdicts,
    ...measureQuotations(index, items, random),
  };
}

function copies(contexts, count, random) {
  const pool = contexts.flatMap((context) => context.match(/\p{L}+/gu));
  const change = (word) =>
    random() < CHANGED ? word.replace(/\p{L}+/u, () => pool[Math.floor(random() * pool.length)]) : word;
  return Array.from({ length: count }, (_, at) => {
    const context = contexts[at % contexts.length];
    const text = at < contexts.length ? context : context.split(" ").map(change).join(" ");
    return { context: text.trim(), qas: [] };
  });
}

/** Mutants as the letter's are made, windows as they stand, and sentences of another source. */
function quotationsOf(work, letter, { quotations, faithful }, seed) {
  const [witness] = work.witnesses;
  const passages = drawSample(witness.passages, QUOTED, seed);
  const bases = basesOf({ ...work, witnesses: [{ ...witness, passages }] });
  const paragraphs = paragraphsOf({ ...work, witnesses: [{ ...witness, passages }] });
  const mutants = drawSample(bases, 300, seed)
    .flatMap((base) => mutantsOf(base, () => false))
    .filter(({ kind }) => !LETTERS_OWN.test(kind));
  const exact = bases.map(({ words, reference }) => ({
    kind: "exact",
    expected: "faithful",
    quotation: words.join(" "),
    reference,
  }));
  // Six words of another source may be close to something among a million.
  const absent = letter
    .flatMap(basesOf)
    .filter(({ words }) => words.length > LONG_ENOUGH)
    .map(({ words, reference }) => ({
      kind: "absent",
      expected: "absent",
      quotation: words.join(" "),
      reference,
    }));
  const [first] = passages;
  return {
    items: drawEvenly([...exact, ...mutants, ...absent], quotations, seed).map((item) => ({
      ...item,
      paragraph: paragraphs.get(item.reference) ?? witness.text.slice(first.start, first.end),
    })),
    // Judged, not timed: false alarms on a text that the judge was not made with.
    faithful: drawSample(
      [...exact, ...mutants].filter((one) => one.expected === "faithful"),
      faithful,
      seed + 1,
    ),
  };
}

/** Verdicts, and whether the paragraph found is the one quoted from or one of its copies. */
function judgeSource(index, items, stands, originals) {
  const figures = {};
  const mistakes = [];
  for (const item of items) {
    // Another copy may read as the mutant does.
    if (item.expected === "altered" && stands(item.quotation)) continue;
    const check = verifyQuotation(index, item.quotation);
    const absent = item.expected === "absent";
    const right = absent ? check.verdict === "absent" : judgeMutant(item, check).verdict;
    const original = (reference) => (Number(/:(\d+)/.exec(reference ?? "")?.[1]) - 1) % originals;
    const placed = absent || original(check.reference) === original(item.reference);
    const figure = (figures[item.expected] ??= { total: 0, wrong: 0, misplaced: 0 });
    figure.total += 1;
    if (!right) figure.wrong += 1;
    else if (!placed) figure.misplaced += 1;
    if (!right || !placed)
      mistakes.push({
        kind: item.kind,
        quotation: item.quotation,
        verdict: check.verdict,
        reference: item.reference,
        at: check.reference ?? null,
      });
  }
  return { figures, mistakes };
}
