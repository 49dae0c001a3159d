import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isForeign } from "../../src/retrieval/detect-language.js";

interface Squad {
  readonly data: readonly {
    readonly paragraphs: readonly { readonly qas: readonly { readonly question: string }[] }[];
  }[];
}
const read = (name: string): string => readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8");

describe("isForeign", () => {
  it("takes none of XQuAD's 1,190 English questions for foreign", () => {
    const questions = (JSON.parse(read("xquad.en.json")) as Squad).data.flatMap((article) =>
      article.paragraphs.flatMap((p) => p.qas.map((qa) => qa.question)),
    );
    expect(questions).toHaveLength(1190);
    expect(questions.filter(isForeign)).toEqual([]);
  });

  it("takes none of the letter's English questions for foreign (dev half)", () => {
    const lines = read("letter-questions.jsonl")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { half: string; kind: string; question: string });
    const english = lines.filter(
      ({ half, kind }) => half === "dev" && kind !== "language" && kind !== "hostile",
    );
    expect(english.map(({ question }) => question).filter(isForeign)).toEqual([]);
    const foreign = lines.filter(({ half, kind }) => half === "dev" && kind === "language");
    expect(foreign.map(({ question }) => question).filter((question) => !isForeign(question))).toEqual([]);
  });

  it.each([
    "Wird es einen Krieg mit der Sowjetunion geben?",
    "Was sagt er über Laos?",
    "Que dit la lettre sur les réfugiés ?",
    "¿Qué dice la carta sobre Cuba?",
    "Che cosa dice il presidente sulla pace?",
    "O que diz a carta sobre Cuba?",
    "Wat zegt de brief over Cuba?",
    "Что говорит письмо о Кубе?",
    "信は何について書かれていますか？",
    "ماذا تقول الرسالة عن كوبا؟",
  ])("%s", (question) => expect(isForeign(question)).toBe(true));

  it.each([
    "",
    "?!",
    "😀😀",
    "Cuba",
    "Laos?",
    "cuba invasion??",
    "What is perestroika?",
    "What does “Cuba libre” mean?",
    "Who is Че Guevara to him?",
    "12345",
  ])("%j stays English", (question) => expect(isForeign(question)).toBe(false));
});
