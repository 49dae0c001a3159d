import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { poolArticles } from "../../src/evaluation/pool-articles.js";
import { parseSquad, withoutShared } from "../../src/evaluation/squad.js";

const qa = (id: string, question: string, text: string, answer_start: number) => ({
  id,
  question,
  answers: [{ text, answer_start }],
});
const file = {
  version: "v2.0",
  data: [
    {
      title: "Zebras",
      paragraphs: [
        {
          context: "Zebras are striped.\nThey run. Lions chase them.",
          qas: [
            qa("z1", "Who chases them?", "Lions", 30),
            { id: "z2", question: "Who feeds them?", answers: [], is_impossible: true },
          ],
        },
      ],
    },
    {
      title: "Apples",
      paragraphs: [
        { context: "Apples grow on trees. Lions do not.", qas: [qa("a1", " Where? ", "trees", 15)] },
        { context: "Shared  words.", qas: [] },
      ],
    },
  ],
};
const articles = parseSquad(JSON.stringify(file), "f.json");

describe("parseSquad", () => {
  it("sorts by title and says what is no SQuAD file", () => {
    expect(articles.map(({ title }) => title)).toEqual(["Apples", "Zebras"]);
    expect(() => parseSquad("{}", "f.json")).toThrow("f.json is no file in SQuAD's format.");
    expect(() => parseSquad("no", "f.json")).toThrow("f.json is no file in SQuAD's format.");
  });
  it("leaves out what another file has, white space aside", () => {
    const other = [{ title: "Else", paragraphs: [{ context: "Shared words.", qas: [] }] }];
    expect(withoutShared(articles, other).map(({ paragraphs }) => paragraphs.length)).toEqual([1, 1]);
    expect(withoutShared(articles, articles)).toEqual([]);
  });
});

describe("poolArticles", () => {
  const { work, questions } = poolArticles(articles);
  const [witness] = work.witnesses;
  const place = (passage: number, from: number, to: number) => {
    const found = witness.passages[passage];
    if (!found) throw new Error("no passage");
    return { witness, passage: found, from, to };
  };
  const question = (id: string) => {
    const found = questions.find((one) => one.id === id);
    if (!found) throw new Error(id);
    return found;
  };
  it("makes a passage of each paragraph, whatever line breaks it has", () => {
    expect(witness.passages).toHaveLength(3);
    expect(witness.passages[2]?.sentences).toHaveLength(3);
  });
  it("knows the place of an answer from its words elsewhere", () => {
    expect(question("z1").judge(place(2, 2, 3))).toEqual({ position: true, string: true });
    expect(question("z1").judge(place(2, 0, 2))).toEqual({ position: false, string: false });
    expect(question("z1").judge(place(0, 1, 2))).toEqual({ position: false, string: true });
  });
  it("keeps questions that have no answer as such", () => {
    expect(question("z2")).toMatchObject({ answerable: false, kind: "impossible" });
    expect(question("z2").judge(place(2, 0, 3))).toEqual({ position: false, string: false });
    expect(question("a1")).toMatchObject({ answerable: true, text: "Where?" });
  });
  it("finds every answer of XQuAD in the paragraph that it was marked in", () => {
    const xquad = parseSquad(readFileSync("test/data/xquad.en.json", "utf8"), "xquad.en.json");
    const pooled = poolArticles(xquad);
    const passages = pooled.work.witnesses[0].passages;
    expect(passages).toHaveLength(240);
    let at = 0;
    xquad
      .flatMap(({ paragraphs }) => paragraphs)
      .forEach(({ qas }, paragraph) => {
        for (const _ of qas) {
          const passage = passages[paragraph];
          if (!passage) throw new Error("no passage");
          const whole = { witness: pooled.work.witnesses[0], passage, from: 0, to: passage.sentences.length };
          expect(pooled.questions[at]?.judge(whole)).toEqual({ position: true, string: true });
          at += 1;
        }
      });
    expect(at).toBe(1190);
  });
});
