import { cutSpans } from "../edition/cut-spans.js";
import type { Located } from "../edition/resolve-path.js";
import { skipsOf } from "../edition/skips-of.js";
import { sliceSpans } from "../edition/span.js";
import type { LetterQuestion } from "./letter-question.js";

type AnswerKey = LetterQuestion["answers"][number];

/**
 * Whether a run of sentences is an accepted answer: `accepted`, it touches an accepted reference (a sentence of an
 * accepted run will do); `complete`, it holds every sentence of one.
 */
export function accepts(
  { answers }: Pick<LetterQuestion, "answers">,
  located: Located,
): { readonly accepted: boolean; readonly complete: boolean } {
  const verdicts = answers.map((answer) => judge(answer, located));
  return {
    accepted: verdicts.some((one) => one.accepted),
    complete: verdicts.some((one) => one.complete),
  };
}

function judge(answer: AnswerKey, located: Located): { accepted: boolean; complete: boolean } {
  const { passage, from, to } = located;
  if (typeof answer !== "string") {
    const holds = passage.layer === answer.layer && textsOf(located).some((t) => t.includes(answer.contains));
    return { accepted: holds, complete: holds };
  }
  if (passage.path === answer)
    return { accepted: true, complete: from === 0 && to === passage.sentences.length };
  const has = passage.sentences.slice(from, to).flatMap(({ path }) => expand(path));
  const wanted = expand(answer);
  return {
    accepted: wanted.some((path) => has.includes(path)),
    complete: wanted.every((path) => has.includes(path)),
  };
}

function textsOf({ witness, passage, from, to }: Located): readonly string[] {
  return passage.sentences
    .slice(from, to)
    .map((sentence) => sliceSpans(witness.text, cutSpans(witness.text, sentence, skipsOf(passage))));
}

/** "1.3-4" → "1.3", "1.4". */
function expand(path: string): readonly string[] {
  const range = /^(.*\.)(\d+)-(\d+)$/.exec(path);
  if (!range) return [path];
  const [, base = "", low = "", high = ""] = range;
  const paths: string[] = [];
  for (let number = Number(low); number <= Number(high); number += 1) paths.push(`${base}${number}`);
  return paths;
}
