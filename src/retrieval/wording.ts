import { isDenying, isNegator } from "../edition/verification/negation.js";
import { isNumber } from "../edition/verification/number-words.js";
import { type Word, wordsOf } from "../edition/words.js";
import type { Question } from "./question.js";
import { stemsOf } from "./terms.js";

/** Where a question and the sentence that meets it best disagree in their wording; 0 where they do not. */
export interface Wording {
  /** 1 where the question denies something and the sentence nothing. */
  readonly deniedAlone: number;
  /** How many of the question's names, and of its numbers, the sentence lacks. */
  readonly namesLacking: number;
  readonly numbersLacking: number;
  /** 1 where the sentence holds nothing of the kind asked for: no further number, date or name. */
  readonly kindLacking: number;
}

const HOW_MANY =
  /\bhow (?:many|much|long|old|far|often|large|big|tall|high|deep)\b|\bwhat (?:percent|percentage|number|share|amount)\b/iu;
const WHEN =
  /^\W*when\b|(?:,|\bsince|\bby|\bin|\bon|\bfrom|\bat)\s+(?:what|which)\s+(?:year|month|day|date|century|decade|time)\b|\b(?:what|which) (?:year|month|day|date|century|decade)\b|\bwhen (?:is|was|were|did|does|do|has|had|will)\b/iu;
const WHO = /\b(?:who|whom|whose)\b/iu;
const WHERE = /\bwhere\b/iu;
/** What a date or a stretch of time is told by, beside its figures. */
const TIME =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|centur(?:y|ies)|decades?|years?|months?|weeks?|days?|today|yesterday|tomorrow|recently|now)$/;

/** Reads both wordings (English); `sentence` is the one that meets the question best. */
export function compareWording(question: Question, sentence: string): Wording {
  const asked = wordsOf(question.text);
  const found = wordsOf(sentence);
  const known = new Set(found.flatMap(({ norm }) => [norm, ...stemsOf(norm)]));
  return {
    deniedAlone: Number(denies(asked) && !denies(found)),
    namesLacking: question.names.filter(({ terms }) => !terms.some((term) => known.has(term))).length,
    numbersLacking: asked.filter(({ norm }) => isNumber(norm) && !known.has(norm)).length,
    kindLacking: Number(lacksKind(question.text, sentence, new Set(asked.map(({ norm }) => norm)), found)),
  };
}

function lacksKind(
  question: string,
  sentence: string,
  asked: ReadonlySet<string>,
  found: readonly Word[],
): boolean {
  const further = found.filter(({ norm }) => !asked.has(norm));
  if (HOW_MANY.test(question)) return !further.some(({ norm }) => isNumber(norm));
  if (WHEN.test(question)) return !further.some(({ norm }) => /^\p{N}/u.test(norm) || TIME.test(norm));
  if (!WHO.test(question) && !WHERE.test(question)) return false;
  // A capital inside a sentence is a name's, mostly.
  return !further.some(({ start }) => start > 0 && /\p{Lu}/u.test(sentence.charAt(start)));
}

function denies(words: readonly Word[]): boolean {
  return words.some(({ norm }, at) => isNegator(norm, words[at + 1]?.norm) || isDenying(norm));
}
