import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../../src/adapters/files/read-corpus.js";
import type { Passage } from "../../../src/edition/passage.js";
import { heaviestChain } from "../../../src/edition/publication/heaviest-chain.js";
import {
  layOutParallel,
  type ParallelCell,
  passagesIn,
} from "../../../src/edition/publication/lay-out-parallel.js";
import { layOutPages } from "../../../src/edition/publication/lay-out-pages.js";
import type { Work } from "../../../src/edition/work.js";
import { plainWork } from "../../render/html/works.js";
import { CORPUS } from "../letter.js";

const [letter] = await readCorpus(CORPUS);

/** The rows of all pages, each cell as the paths in it, "→ path" where it is elsewhere, "–" where it is nowhere. */
function rowsOf(work: Work): string[][] {
  return layOutParallel(work).pages.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(said)));
}

function said(cell: ParallelCell): string {
  if (cell.kind === "passages") return cell.passages.map(({ path }) => path).join(" ");
  return cell.kind === "elsewhere" ? `→ ${cell.passage.path}` : "–";
}

/** Every passage in the order of the pages, edition by edition, notes apart. */
function readDown(work: Work): { texts: Passage[][]; notes: Passage[][] } {
  const { pages } = layOutParallel(work);
  return {
    texts: work.witnesses.map((_, column) =>
      pages.flatMap(({ rows }) => rows.flatMap(({ cells }) => passagesIn(cells[column]))),
    ),
    notes: work.witnesses.map((_, column) => pages.flatMap(({ notes }) => notes[column] ?? [])),
  };
}

const PARAGRAPHS = [
  "one red fox",
  "two grey owls",
  "three black cats",
  "four white mice",
  "five old crows",
].map((words) => `Here are ${words} that nobody else has seen, ${words} indeed.`);
const text = (...numbers: number[]): string => numbers.map((at) => PARAGRAPHS[at - 1]).join("\n\n");

describe("the letter", () => {
  it("stands in rows of common references, with what the editions set before and behind", () => {
    expect(rowsOf(letter!)).toEqual([
      [
        "heading.1 heading.2 metadata.1",
        "metadata.1 metadata.2 heading.1",
        "heading.1 metadata.1 metadata.2",
      ],
      ...["opener", "1", "2", "3", "4", "5", "6", "closer"].map((path) => [path, path, path]),
      ["heading.3 metadata.2 metadata.3 metadata.4 metadata.5 metadata.6", "metadata.3", "metadata.3"],
    ]);
    const notes = layOutParallel(letter!).pages[0].notes.map((own) => own.map(({ path }) => path));
    expect(notes).toEqual([["note.A", "note.B"], [], ["note.1"]]);
  });
});

describe("any editions", () => {
  it("leave a cell empty that has no counterpart, and say where a passage stands that was moved", () => {
    expect(rowsOf(plainWork([text(1, 2, 3), text(1, 3), text(1, 2, 4, 3)]))).toEqual([
      ["1", "1", "1"],
      ["2", "–", "2"],
      ["–", "–", "2a"],
      ["3", "3", "3"],
    ]);
    expect(rowsOf(plainWork([text(1, 2, 3, 4), text(1, 3, 4, 2)]))).toEqual([
      ["1", "1"],
      ["2", "→ 2"],
      ["3", "3"],
      ["4", "4"],
      ["→ 2", "2"],
    ]);
  });

  it("hold every passage once, in the order of every edition, with nothing in a row but one reference", () => {
    const order = fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 1 });
    fc.assert(
      fc.property(fc.array(order, { minLength: 2, maxLength: 4 }), (orders) => {
        const work = plainWork(orders.map((numbers) => text(...numbers)));
        const { texts } = readDown(work);
        work.witnesses.forEach(({ passages }, column) => expect(texts[column]).toEqual(passages));
        for (const { rows } of layOutParallel(work).pages)
          for (const { cells } of rows) {
            const paths = cells.flatMap((cell) => passagesIn(cell).map(({ path }) => path));
            expect(new Set(paths).size).toBe(1);
            // An edition that has the passage has it here, or says where.
            cells.forEach((cell, column) => {
              const has = work.witnesses[column]!.passages.some(({ path }) => path === paths[0]);
              expect(cell.kind === "absent").toBe(!has);
            });
          }
      }),
      { numRuns: 100 },
    );
  });

  it("keep headings, particulars and notes in each edition's order, wherever they stand", () => {
    const layers = fc.array(fc.constantFrom("text", "text", "heading", "metadata", "note", "speaker"), {
      minLength: 1,
      maxLength: 12,
    });
    const [pattern] = plainWork(["Words."]).witnesses;
    const sentence = pattern.passages[0]!.sentences[0]!;
    fc.assert(
      fc.property(fc.array(layers, { minLength: 2, maxLength: 4 }), (editions) => {
        const witnesses = editions.map((kinds, column) => {
          const passages = kinds.map((kind, at): Passage => {
            const layer = kind === "speaker" ? "metadata" : kind;
            const path = layer === "text" ? String(at + 1) : `${kind}.${at}`;
            return {
              ...pattern.passages[0]!,
              layer,
              kind: kind === "text" ? "paragraph" : kind === "metadata" ? "dateline" : kind,
              path,
              sentences: [{ ...sentence, path: `${path}.1` }],
            };
          });
          return { ...pattern, siglum: `w${column}`, passages };
        });
        const work = { ...plainWork(["Words."]), witnesses: witnesses as unknown as Work["witnesses"] };
        const { texts, notes } = readDown(work);
        work.witnesses.forEach(({ passages }, column) => {
          expect(texts[column]).toEqual(passages.filter(({ layer }) => layer !== "note"));
          expect(notes[column]).toEqual(passages.filter(({ layer }) => layer === "note"));
          const { pageOf } = layOutParallel(work);
          for (const { path } of passages) expect(pageOf[column]!.has(path)).toBe(true);
        });
      }),
      { numRuns: 100 },
    );
  });

  it("put speeches in one row that share lines, however editions divide them", () => {
    const [pattern] = plainWork(["Words."]).witnesses;
    const play = (speeches: readonly (readonly string[])[]): Work["witnesses"][0] => ({
      ...pattern,
      passages: speeches.map((lines): Passage => ({
        ...pattern.passages[0]!,
        path: `${lines[0]!}-${lines.at(-1)!.split(".").at(-1)!}`,
        sentences: lines.map((path) => ({ path, start: 0, end: 5 })),
      })),
    });
    const witnesses = [
      play([["1.1", "1.2"], ["1.3"], ["1.4", "1.5"]]),
      play([["1.1"], ["1.2", "1.3"], ["1.3a"], ["1.4"], ["1.5a", "1.5b"]]),
    ];
    const work: Work = {
      ...plainWork(["Words."]),
      levels: ["scene", "line"],
      witnesses: witnesses as unknown as Work["witnesses"],
    };
    expect(rowsOf(work)).toEqual([
      ["1.1-2 1.3-3", "1.1-1 1.2-3"],
      ["–", "1.3a-3a"],
      ["1.4-5", "1.4-4 1.5a-5b"],
    ]);
  });

  it("turn the page where the first edition does, and no page grows without end", () => {
    const paragraphs = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, at) => `Paragraph ${from + at} says ${from + at}.`).join("\n\n");
    const work = plainWork([paragraphs(0, 450), `${paragraphs(0, 450)}\n\nAn end of its own.`]);
    const names = layOutParallel(work).pages.map(({ name }) => name);
    expect(names).toEqual(layOutPages(work.witnesses[0]).pages.map(({ name }) => name));
    const short = plainWork(["Words.", paragraphs(0, 900)]);
    const { pages } = layOutParallel(short);
    expect(Math.max(...pages.map(({ rows }) => rows.length))).toBeLessThan(250);
    expect(pages.flatMap(({ rows }) => rows).length).toBe(901);
  });
});

it("chooses the chain of places that weighs most", () => {
  const place = fc
    .tuple(fc.nat(5), fc.nat(2), fc.integer({ min: 1, max: 5 }))
    .map(([low, more, weight]) => ({ low, high: low + more, weight }));
  fc.assert(
    fc.property(fc.array(fc.array(place, { maxLength: 2 }), { maxLength: 7 }), (items) => {
      const chain = heaviestChain(items);
      let last = 0;
      for (const [, { low, high }] of [...chain].sort(([a], [b]) => a - b)) {
        expect(low).toBeGreaterThanOrEqual(last);
        last = high;
      }
      // Against every choice there is.
      const best = (item: number, from: number): number =>
        item === items.length
          ? 0
          : Math.max(
              best(item + 1, from),
              ...items[item]!.filter(({ low }) => low >= from).map(
                ({ high, weight }) => weight + best(item + 1, high),
              ),
            );
      const weight = [...chain.values()].reduce((sum, one) => sum + one.weight, 0);
      expect(weight).toBe(best(0, 0));
    }),
    { numRuns: 200 },
  );
});
