import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignSequences, type AlignedRun } from "../../src/edition/align-sequences.js";
import { corridorOf } from "../../src/edition/alignment-corridor.js";
import { likeness } from "../../src/edition/likeness.js";
import { alignWholeTable } from "./align-whole-table.js";
import { sentencesOf, workOf } from "./letter.js";

type Units = readonly (readonly string[])[];
const units = (...texts: string[]): Units => texts.map((text) => text.split(" ").filter(Boolean));
const shown = (runs: readonly AlignedRun[]): readonly string[] =>
  runs.map(({ left, right }) => `${left.join("-")} ${right.join("-")}`);

/** A seeded stream of numbers below `below`. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** Paragraphs of 30 common words, a few rare ones among them. */
function paragraphs(count: number, seed: number): Units {
  const next = dice(seed);
  return Array.from({ length: count }, () =>
    Array.from({ length: 30 }, () => (next(5) === 0 ? `rare${next(5000)}` : `common${next(60)}`)),
  );
}

/** Some paragraphs with a word changed, split, joined, moved, left out or put in. */
function revise(base: Units, seed: number): Units {
  const next = dice(seed);
  const revised: (readonly string[])[] = [];
  for (let at = 0; at < base.length; at += 1) {
    const own = base[at] as readonly string[];
    const kind = next(12);
    if (kind === 0) continue;
    if (kind === 1) revised.push(Array.from({ length: 20 }, () => `new${next(9999)}`));
    if (kind === 2) revised.push(own.slice(0, 12), own.slice(12));
    else if (kind === 3) revised.push([...own, ...(base[(at += 1)] ?? [])]);
    else if (kind < 8) revised.push(own.map((word) => (next(10) === 0 ? "changed" : word)));
    else revised.push(own);
  }
  const [moved] = revised.splice(next(revised.length), 1);
  if (moved) revised.splice(next(revised.length), 0, moved);
  return revised;
}

describe("alignSequences", () => {
  it.each([
    ["nothing with nothing", [], [], []],
    ["nothing with something", [], ["a b"], ["0-0 0-1"]],
    ["equal", ["a b", "c d"], ["a b", "c d"], ["0-1 0-1", "1-2 1-2"]],
    ["changed", ["a b c d", "e f"], ["a b c x", "e f"], ["0-1 0-1", "1-2 1-2"]],
    ["unlike", ["a b"], ["c d"], ["0-1 0-0", "1-1 0-1"]],
    ["split", ["a b c d e f"], ["a b c", "d e f"], ["0-1 0-2"]],
    ["joined", ["a b c", "d e f"], ["a b c d e f"], ["0-2 0-1"]],
    ["three in one", ["a b", "c d", "e f"], ["a b c d e f"], ["0-3 0-1"]],
    ["put in", ["a b", "c d"], ["a b", "x y", "c d"], ["0-1 0-1", "1-1 1-2", "1-2 2-3"]],
    ["left out", ["a b", "x y", "c d"], ["a b", "c d"], ["0-1 0-1", "1-2 1-1", "2-3 1-2"]],
    ["no words", [""], [""], ["0-1 0-1"]],
  ])("%s", (_, left, right, wanted) =>
    expect(shown(alignSequences(units(...left), units(...right)))).toEqual(wanted),
  );

  it("joins nothing where it may not", () => {
    expect(shown(alignSequences(units("a b c d e f"), units("a b c", "d e f"), false))).toEqual([
      "0-0 0-1",
      "0-1 1-2",
    ]);
  });

  it("gives what the whole table gives, on any small works", () => {
    const word = fc.constantFrom("a", "b", "c", "d", "e");
    const sequence = fc.array(fc.array(word, { maxLength: 5 }), { maxLength: 8 });
    fc.assert(
      fc.property(sequence, sequence, fc.boolean(), (left, right, joins) => {
        expect(shown(alignSequences(left, right, joins))).toEqual(shown(alignWholeTable(left, right, joins)));
      }),
      { seed: 1961, numRuns: 500 },
    );
  });

  it.each([1, 2, 3])("gives what the whole table gives, on revised works of 110 paragraphs (%i)", (seed) => {
    const left = paragraphs(110, seed);
    const right = revise(left, seed + 100);
    expect(left.length * right.length).toBeGreaterThan(10_000);
    const joins = seed % 2 === 1;
    expect(shown(alignSequences(left, right, joins))).toEqual(shown(alignWholeTable(left, right, joins)));
  });

  it("covers both sequences, in order, once", () => {
    const left = paragraphs(400, 7);
    const right = revise(left, 8);
    let [l, r] = [0, 0];
    for (const run of alignSequences(left, right)) {
      expect([run.left[0], run.right[0]]).toEqual([l, r]);
      [l, r] = [run.left[1], run.right[1]];
    }
    expect([l, r]).toEqual([left.length, right.length]);
  });
});

describe("the corridor", () => {
  const cells = (left: Units, right: Units): number => {
    const { from, to } = corridorOf(left, right);
    return from.reduce((sum, low, row) => sum + (to[row] as number) - low + 1, 0);
  };

  it("grows with the length of works that differ here and there, not with its square", () => {
    const sizes = [400, 800, 1600, 3200].map((count) =>
      cells(paragraphs(count, 5), revise(paragraphs(count, 5), 6)),
    );
    sizes.forEach((size, at) => expect(size).toBeLessThan(60 * 400 * 2 ** at));
  });

  it("does so where every paragraph was touched and most words are boilerplate", () => {
    const text = (at: number, word: string): string[] =>
      `Paragraph ${at} begins here with a ${word} sentence and ${"many more words ".repeat(10)}`
        .trim()
        .split(" ");
    const left = Array.from({ length: 1600 }, (_, at) => text(at, "second"));
    const right = Array.from({ length: 1600 }, (_, at) => text(at, "third"));
    expect(cells(left, right)).toBeLessThan(60 * 1600);
    const runs = alignSequences(left, right, false);
    expect(runs).toHaveLength(1600);
    expect(runs.every(({ left: l, right: r }) => l[0] === r[0])).toBe(true);
  });

  it("is bounded where nothing is common", () => {
    expect(
      cells(
        paragraphs(3000, 1),
        paragraphs(3000, 99).map((p) => p.map((word) => `x${word}`)),
      ),
    ).toBeLessThan(3000 * 300);
  });

  it("is not led astray by one paragraph that moved from the beginning to the end", () => {
    const left = paragraphs(300, 11);
    const touched = left.map((words) => words.map((word, at) => (at === 15 ? "touched" : word)));
    const right = [...touched.slice(0, 5), ...touched.slice(6), left[5] as readonly string[]];
    const paired = alignSequences(left, right, false).filter(
      ({ left: l, right: r }) => l[1] > l[0] && r[1] > r[0],
    );
    expect(paired).toHaveLength(299);
  });
});

describe("likeness", () => {
  it("is symmetric, 1 for the same words in any order, 0 for none in common", () => {
    const words = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, [...a].reverse())).toBe(1);
        expect(
          likeness(
            a,
            b.map((word) => `x${word}`),
          ),
        ).toBe(0);
      }),
      { seed: 1961 },
    );
  });
});

describe("witnesses", () => {
  const P = [
    "The first paragraph speaks of events in Cuba. It says that they are grave.",
    "The second tells of refugees who fled to neighboring countries. Their hope is to return. They will.",
    "The third is about the treaty on nuclear tests; it should be concluded.",
    "The fourth thanks the reader and ends the letter in good order.",
  ];
  const paths = (...changed: string[]): readonly string[] =>
    workOf([P.join("\n\n"), changed.join("\n\n")]).witnesses[1]?.passages.map((p) => p.path) ?? [];

  it("keep their numbers through variants", () => {
    expect(paths(...P.map((text) => text.replace("the", "a")))).toEqual(["1", "2", "3", "4"]);
  });
  it("name what was put in after its predecessor", () => {
    expect(
      paths(
        "Something at the very head, added.",
        P[0] ?? "",
        "One new thing entirely.",
        "Another, quite different addition.",
        ...P.slice(1),
      ),
    ).toEqual(["0a", "1", "1a", "1b", "2", "3", "4"]);
  });
  it("leave out the number of what is left out", () =>
    expect(paths(P[0] ?? "", ...P.slice(2))).toEqual(["1", "3", "4"]));
  it("keep the number of what was moved", () => {
    expect(paths(...[3, 0, 1, 2].map((at) => P[at] ?? ""))).toEqual(["4", "1", "2", "3"]);
    expect(paths(...[2, 1, 0, 3].map((at) => P[at] ?? ""))).toEqual(["3", "2", "1", "4"]);
  });
  it("share nothing where they are different works", () => {
    expect(paths("Nothing whatever alike.", "Nor here, friend.")).toEqual(["0a", "0b"]);
  });
  it("count sentences that were joined, split and added", () => {
    const second = (text: string): readonly string[] =>
      sentencesOf(workOf([P[1] ?? "", text]).witnesses[1] ?? workOf([""]).witnesses[0]).map(([path]) => path);
    expect(
      second(
        "The second tells of refugees who fled to neighboring countries; their hope is to return. They will.",
      ),
    ).toEqual(["1.1-2", "1.3"]);
    expect(
      second(
        "The second tells of refugees. They fled to neighboring countries. Their hope is to return. They will.",
      ),
    ).toEqual(["1.1", "1.2", "1.3"]);
    expect(
      second(
        "The second tells of refugees who fled to neighboring countries. A most surprising insertion. Their hope is to return. They will.",
      ),
    ).toEqual(["1.1", "1.1a", "1.2", "1.3"]);
    expect(
      second(
        "A great surprise to everybody! The second tells of refugees who fled to neighboring countries. They will.",
      ),
    ).toEqual(["1.0a", "1.1", "1.3"]);
  });
  it("find what was moved among hundreds", () => {
    const left = paragraphs(300, 21).map((words) => `${words.join(" ")}.`);
    const right = [...left.slice(150), ...left.slice(0, 150)];
    const found = workOf([left.join("\n\n"), right.join("\n\n")]).witnesses[1]?.passages.map((p) =>
      Number(p.path),
    );
    expect(found).toEqual([...Array(300).keys()].map((at) => ((at + 150) % 300) + 1));
  });
});
