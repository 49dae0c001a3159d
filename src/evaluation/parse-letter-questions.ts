import { QuothError } from "../edition/quoth-error.js";
import { accepts } from "./accepts.js";
import type { EvaluationQuestion } from "./evaluation-question.js";
import { type LetterQuestion, letterQuestionSchema } from "./letter-question.js";

/**
 * Reads quoth's own question format, a JSON object a line.
 * @throws QuothError `usage` naming the first line that is none.
 */
export function parseLetterQuestions(text: string, file: string): readonly LetterQuestion[] {
  return text.split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      return [letterQuestionSchema.parse(JSON.parse(line))];
    } catch (cause) {
      throw new QuothError("usage", `${file}, line ${at + 1}, is no question.`, {
        remedy:
          'A line looks like {"id":"q1","half":"dev","kind":"paraphrase","question":"…","answers":["1.1"]}.',
        cause,
      });
    }
  });
}

/** The question as the evaluation asks it. */
export function evaluated(question: LetterQuestion): EvaluationQuestion {
  const { id, kind, question: text, answers } = question;
  return { id, kind, text, answerable: answers.length > 0, judge: (located) => accepts(question, located) };
}
