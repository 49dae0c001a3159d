import type { Located } from "../edition/resolve-path.js";
import { answerQuestion } from "../retrieval/answer-question.js";
import { meet } from "../retrieval/meet.js";
import type { Answer } from "../retrieval/answer.js";
import { fitOf } from "../retrieval/fit-of.js";
import { thresholdOf } from "../retrieval/probability.js";
import type { Searcher } from "../retrieval/searcher.js";
import { locate, type Unit } from "../retrieval/unit.js";
import type { EvaluationQuestion, Verdict } from "./evaluation-question.js";
import { locateQuote } from "./locate-quote.js";
import { CRITERIA, type Criterion, type Outcome } from "./outcome.js";

/** A question as it was asked, with what a person needs to see why it went wrong. */
export interface AskedQuestion {
  readonly outcome: Outcome;
  readonly question: string;
  /** The first quote that was, or would have been, shown. */
  readonly shown: string | undefined;
}

/** Quotes that are looked at. */
const SHOWN = 3;

/**
 * Puts one question the way that quoth itself does and judges what comes: at both operating points, and, where it
 * abstained, what it would have shown. `searcher.embedder` should remember the last question.
 */
export async function askQuestion(
  searcher: Searcher,
  question: EvaluationQuestion,
  foreign: boolean,
): Promise<AskedQuestion> {
  const ask = (more: { point: "default" | "strict"; least?: number }): Promise<Answer> =>
    answerQuestion(searcher, question.text, { works: searcher.works, limit: SHOWN, ...more });
  const answer = await ask({ point: "default" });
  const answered = answer.kind === "answer";
  // What the default refuses the strict refuses, too; what is sure enough for the strict it answers.
  const strict =
    answered &&
    (answer.confidence >=
      thresholdOf("strict", searcher.units.length, fitOf(searcher.embedder.model).calibration) ||
      (await ask({ point: "strict" })).kind === "answer");
  const { id, kind, answerable } = question;
  const common = {
    id,
    kind: foreign ? "foreign" : kind,
    answerable: answerable && !foreign,
    foreign,
    confidence: answer.confidence,
    answered: { default: answered, strict },
  };
  if (foreign || !answerable) {
    const [first] = answered ? answer.quotes : [answer.closest];
    return {
      outcome: { ...common, sentence: {}, quote: {} },
      question: question.text,
      shown: first?.text,
    };
  }

  const shown = answered ? answer : await ask({ point: "default", least: 0 });
  const quotes = shown.quotes
    .map((quote) => locateQuote(searcher.works, quote))
    .filter((located) => located !== undefined);
  const { prose, lines } = await meet(searcher, question.text, searcher.works, () => true);
  const sentences = [...prose, ...lines].map(({ unit, sentence }) =>
    locate(searcher.units[unit] as Unit, sentence, sentence + 1),
  );
  return {
    outcome: {
      ...common,
      // The passages quoted (for a question about the document they come from no ranking), then those ranked below.
      passage: firstRight(passagesOf([...quotes, ...sentences]).map((located) => question.judge(located))),
      sentence: ranksOf(sentences.map((located) => question.judge(located))),
      quote: ranksOf(quotes.map((located) => question.judge(located))),
    },
    question: question.text,
    shown: shown.quotes[0]?.text,
  };
}

/** The whole passages of these places, each once, in order. */
function passagesOf(places: readonly Located[]): readonly Located[] {
  const passages = new Map(places.map((located) => [located.passage, located]));
  return [...passages.values()].map(({ witness, passage }) => ({
    witness,
    passage,
    from: 0,
    to: passage.sentences.length,
  }));
}

function ranksOf(verdicts: readonly Verdict[]): Partial<Record<Criterion, number | null>> {
  const used = CRITERIA.filter((criterion) => verdicts.some((verdict) => verdict[criterion] !== undefined));
  return Object.fromEntries(used.map((criterion) => [criterion, firstRight(verdicts, criterion)]));
}

/** From 1; by the criterion that leads unless told. */
function firstRight(verdicts: readonly Verdict[], criterion?: Criterion): number | null {
  const at = verdicts.findIndex((verdict) => verdict[criterion ?? leading(verdict)] === true);
  return at < 0 ? null : at + 1;
}

function leading(verdict: Verdict): Criterion {
  return CRITERIA.find((criterion) => verdict[criterion] !== undefined) ?? "position";
}
