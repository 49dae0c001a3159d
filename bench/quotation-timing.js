// Quotations one by one, timed beside floors in the same run.
import { diffWords } from "diff";
import { verifyQuotation } from "../dist/edition/verification/verify-quotation.js";
import { drawSample } from "../dist/evaluation/draw-sample.js";
import { ratioOfMedians, shuffle, summarise } from "./statistics.js";

/** Checked before anything is timed, so that the code is compiled. */
const WARM_UP = 300;

/**
 * Times one quotation after the other: quoth; a plain scan of all texts for it, which finds only what stands
 * there character for character; and diff's word diff with the paragraph it was made of, told beforehand, which
 * finds nothing and judges nothing. The order of the three is shuffled for each quotation.
 * @param {object} index @param {readonly { quotation: string, kind: string, paragraph: string }[]} items
 * @param {() => number} random
 */
export function measureQuotations(index, items, random) {
  const texts = [...new Set(index.works.flatMap(({ witnesses }) => witnesses.map(({ text }) => text)))];
  const contenders = {
    quoth: ({ quotation }) => verifyQuotation(index, quotation),
    scan: ({ quotation }) => texts.map((text) => text.indexOf(quotation)),
    diff: ({ quotation, paragraph }) => diffWords(paragraph, quotation),
  };
  const names = Object.keys(contenders);
  for (const item of shuffle(items, random).slice(0, WARM_UP))
    names.forEach((name) => contenders[name](item));
  const ms = Object.fromEntries(names.map((name) => [name, []]));
  const order = shuffle(items, random);
  for (const item of order) {
    for (const name of shuffle(names, random)) {
      const start = performance.now();
      contenders[name](item);
      ms[name].push(performance.now() - start);
    }
  }
  const groups = order.map(groupOf);
  return {
    ...Object.fromEntries(
      names.map((name) => [name, { ...summarise(ms[name]), longest: Math.max(...ms[name]) }]),
    ),
    toScan: ratioOfMedians(ms.quoth, ms.scan, random),
    toDiff: ratioOfMedians(ms.quoth, ms.diff, random),
    kinds: Object.fromEntries(
      [...new Set(groups)]
        .sort()
        .map((group) => [group, summarise(ms.quoth.filter((_, at) => groups[at] === group))]),
    ),
  };
}

/** The text of the passage that each reference names, in the first witness that has it. */
export function paragraphsOf(work) {
  const paragraphs = new Map();
  for (const { text, passages } of work.witnesses)
    for (const { start, end, sentences } of passages)
      for (const { path } of sentences) {
        const key = `${work.id}:${path}`;
        if (!paragraphs.has(key)) paragraphs.set(key, text.slice(start, end));
      }
  return paragraphs;
}

/** As many of each group of kinds as there is room for: what costs most is not lost among the many. */
export function drawEvenly(items, count, seed) {
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(groupOf(item));
    if (group) group.push(item);
    else groups.set(groupOf(item), [item]);
  }
  return [...groups.values()].flatMap((group) => drawSample(group, Math.ceil(count / groups.size), seed));
}

/** "typography-nfd" is of the group "typography". */
function groupOf({ kind }) {
  return kind.split("-")[0];
}
