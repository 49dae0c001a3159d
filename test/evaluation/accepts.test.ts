import { describe, expect, it } from "vitest";
import { assembleWork } from "../../src/edition/assemble-work.js";
import type { Located } from "../../src/edition/resolve-path.js";
import { accepts } from "../../src/evaluation/accepts.js";

const text = "One stands here. Two follows it. Three ends it.\n\nAnother paragraph. It has two.";
const work = assembleWork(
  {
    id: "w",
    title: "w",
    author: ["Nobody"],
    witnesses: [{ siglum: "s", file: "s", format: "plain", language: "en" }],
  },
  [{ text, sha256: "0".repeat(64), path: "s" }],
);
const [witness] = work.witnesses;
const run = (path: string, from: number, to: number): Located => {
  const passage = witness.passages.find((one) => one.path === path);
  if (!passage) throw new Error(path);
  return { witness, passage, from, to };
};

describe("accepts", () => {
  it.each([
    [["1.1"], run("1", 0, 1), true, true],
    [["1.2"], run("1", 0, 1), false, false],
    [["1.2"], run("1", 0, 2), true, true],
    [["1.1-2"], run("1", 1, 2), true, false],
    [["1.1-2"], run("1", 0, 2), true, true],
    [["1.1-2"], run("1", 2, 3), false, false],
    [["1"], run("1", 1, 2), true, false],
    [["1"], run("1", 0, 3), true, true],
    [["2.1"], run("1", 0, 3), false, false],
    [["2.1", "1.3"], run("1", 2, 3), true, true],
    [[{ layer: "text" as const, contains: "Another" }], run("2", 0, 1), true, true],
    [[{ layer: "text" as const, contains: "Another" }], run("2", 1, 2), false, false],
    [[{ layer: "note" as const, contains: "Another" }], run("2", 0, 1), false, false],
    [[], run("1", 0, 3), false, false],
  ])("%j and a run: %#", (answers, located, accepted, complete) => {
    expect(accepts({ answers }, located)).toEqual({ accepted, complete });
  });
});
