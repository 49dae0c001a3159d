import { describe, expect, it } from "vitest";
import { selectArticles } from "../../src/evaluation/select-articles.js";

const article = (title: string, ...ids: string[]) => ({
  title,
  paragraphs: ids.map((id) => ({ context: `Paragraph ${id}.`, qas: [{ id, question: "?", answers: [] }] })),
});
const all = [article("A", "a1", "a2"), article("B", "b1"), article("C", "c1")];
const titles = (kept: readonly { title: string }[]) => kept.map(({ title }) => title);

describe("selectArticles", () => {
  it("takes all, or a range of them", () => {
    expect(titles(selectArticles(all, { pool: false, without: [] }).kept)).toEqual(["A", "B", "C"]);
    const { kept, asked } = selectArticles(all, { range: { first: 2, last: 3 }, pool: false, without: [] });
    expect(titles(kept)).toEqual(["B", "C"]);
    expect([...asked]).toEqual(["b1", "c1"]);
  });
  it("searches the others, too, without asking their questions", () => {
    const { kept, asked } = selectArticles(all, { range: { first: 1, last: 1 }, pool: true, without: [] });
    expect(titles(kept)).toEqual(["A", "B", "C"]);
    expect([...asked]).toEqual(["a1", "a2"]);
  });
  it("leaves shared paragraphs out of both, and the count of articles as it was", () => {
    const without = [{ title: "X", paragraphs: [{ context: "Paragraph  b1. ", qas: [] }] }];
    const { kept, asked } = selectArticles(all, { range: { first: 2, last: 3 }, pool: false, without });
    expect(titles(kept)).toEqual(["C"]);
    expect([...asked]).toEqual(["c1"]);
  });
  it.each([
    [0, 1],
    [2, 1],
    [3, 4],
  ])("refuses %i-%i", (first, last) => {
    expect(() => selectArticles(all, { range: { first, last }, pool: false, without: [] })).toThrow(
      `There are no articles ${first}-${last}.`,
    );
  });
});
