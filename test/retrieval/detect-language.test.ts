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
    // Short ones, and ones without an accent.
    "Warum Kuba?",
    "Qui est Castro?",
    "que dice sobre cuba",
    "¿Invasión?",
    "Chi ha scritto la lettera?",
    "Quem escreveu a carta?",
    "Wie schreef de brief?",
    "Wer hat den Brief geschrieben?",
    "Kto napisał list?",
    "Co říká o Kubě?",
    "Vem skrev brevet?",
    "Hvad siger han om Cuba?",
    "Hva sier han om Cuba?",
    "Mitä hän sanoo Kuubasta?",
    "Mit mond Kubáról?",
    "Ce spune despre Cuba?",
    "Küba hakkında ne diyor?",
    "Apa yang dia katakan tentang Kuba?",
    "Ông ấy nói gì về Cuba?",
    "Quid dicit de Cuba?",
    "Was sagt der Präsident?",
    "Kennedy 对老挝说了什么?",
    "Mentionne-t-il l'Allemagne ?",
    "Erwähnt er Deutschland?",
    "Menciona a Alemania?",
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
    // Names, and English words that other languages have, too.
    "Che Guevara?",
    "De Gaulle?",
    "de gaulle",
    "Los Angeles?",
    "Does he mention Charles de Gaulle?",
    "Who is Ludwig van Beethoven?",
    "What about Rio de Janeiro and La Paz?",
    "El Salvador",
    "Bahía de los Cochinos?",
    "Wernher von Braun?",
    "nuclear war?",
    "cold war",
    "war in Laos",
    "no invasion?",
    "come back",
    "as president?",
    "over Cuba?",
    "ten refugees",
    "once more",
    "coup d'état?",
    "do I go on",
    "Was war in Laos likely?",
    "ad hoc, per capita, pro forma",
    "Does he mention Müller, Dvořák or Søren?",
    "Menciones?",
  ])("%j stays English", (question) => expect(isForeign(question)).toBe(false));
});
