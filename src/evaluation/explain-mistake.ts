import { CRITERIA, type Outcome } from "./outcome.js";

/** Why a question went wrong, as far as the ranks say it; undefined where it went right. */
export function explainMistake(outcome: Outcome): string | undefined {
  const percent = `${Math.round(100 * outcome.confidence)} %`;
  if (!outcome.answerable)
    return outcome.answered.default
      ? `answered at ${percent}, though the source does not say: its words stand close together here all the same`
      : undefined;
  const leading = CRITERIA.find((criterion) => criterion in outcome.quote) ?? "position";
  const quote = outcome.quote[leading] ?? null;
  const sentence = outcome.sentence[leading] ?? null;
  if (quote === 1) {
    return outcome.answered.default
      ? undefined
      : `abstained, with the right quote in hand: ${percent} is too little`;
  }
  const abstained = outcome.answered.default ? "" : `; abstained (${percent})`;
  if (quote !== null) return `the right quote comes ${ordinal(quote)}${abstained}`;
  if (outcome.passage === null || outcome.passage === undefined)
    return `the right passage is not among those compared${abstained}`;
  if (outcome.passage > 1)
    return `another passage meets the question better; the right one comes ${ordinal(outcome.passage)}${abstained}`;
  return sentence === null
    ? `the right passage, but no single sentence of it holds the whole answer${abstained}`
    : `the right passage, another sentence of it; the right one comes ${ordinal(sentence)} of all${abstained}`;
}

function ordinal(number: number): string {
  const tens = number % 100;
  const ending = tens > 10 && tens < 14 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}
