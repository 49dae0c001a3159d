import { assembleWork } from "../edition/assemble-work.js";
import { QuothError } from "../edition/quoth-error.js";
import type { Work } from "../edition/work.js";
import type { EvaluationQuestion } from "./evaluation-question.js";
import type { SquadArticle } from "./squad.js";

/** Stands where a work wants a file; nothing is ever written. */
const NOWHERE = "pooled.txt";
const BETWEEN = "\n\n";

export interface Pooled {
  /** One plain work of all paragraphs. */
  readonly work: Work;
  readonly questions: readonly EvaluationQuestion[];
}

/**
 * Makes one throw-away work of the paragraphs of several articles, and their questions with judges that know where
 * in it each answer stands. Line breaks inside a paragraph become blanks, so every offset stays what it was.
 */
export function poolArticles(articles: readonly SquadArticle[]): Pooled {
  const paragraphs = articles.flatMap((article) => article.paragraphs);
  const texts = paragraphs.map(({ context }) => context.replace(/[\r\n\u2028\u2029\u0085\v\f]/g, " "));
  const text = texts.join(BETWEEN);
  const work = assembleWork(
    {
      id: "pooled",
      title: "Pooled paragraphs",
      // A name that no question has, so that none of its words is taken for the author's.
      author: ["pooledarticles"],
      witnesses: [{ siglum: "pooled", file: NOWHERE, format: "plain", language: "en" }],
    },
    [{ text, sha256: "0".repeat(64), path: NOWHERE }],
  );
  if (work.witnesses[0].passages.length !== paragraphs.length) {
    throw new QuothError("internal", "The paragraphs of the file did not become one passage each.", {
      remedy: "Look for blank lines inside a paragraph of the file.",
    });
  }
  let begin = 0;
  const questions = paragraphs.flatMap((paragraph, at) => {
    const start = begin;
    begin += (texts[at] as string).length + BETWEEN.length;
    return paragraph.qas.map((qa) => questionOf(qa, start));
  });
  return { work, questions };
}

function questionOf(
  { id, question, answers, is_impossible }: SquadArticle["paragraphs"][number]["qas"][number],
  start: number,
): EvaluationQuestion {
  const gold = is_impossible === true ? [] : answers;
  const strings = gold.map(({ text }) => fold(text));
  return {
    id,
    kind: gold.length > 0 ? "answerable" : "impossible",
    text: question.trim(),
    answerable: gold.length > 0,
    judge({ witness, passage, from, to }) {
      const low = passage.sentences[from]?.start ?? 0;
      const high = passage.sentences[to - 1]?.end ?? 0;
      const own = fold(witness.text.slice(low, high));
      return {
        position: gold.some(
          ({ answer_start, text }) =>
            low <= start + answer_start && start + answer_start + text.trimEnd().length <= high,
        ),
        string: strings.some((answer) => own.includes(answer)),
      };
    },
  };
}

function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}
