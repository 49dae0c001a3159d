import { addressedAt } from "./addressed-at.js";
import { abstain } from "./abstain.js";
import type { Answer } from "./answer.js";
import type { AskOptions } from "./ask-options.js";
import type { OperatingPoint } from "./calibration.js";
import { describeSearch } from "./describe-search.js";
import { isForeign } from "./detect-language.js";
import { findTopic } from "./find-topic.js";
import { fitOf } from "./fit-of.js";
import { judge } from "./judge.js";
import { meet } from "./meet.js";
import { mentionAnswer } from "./mention-answer.js";
import { crowdsOut, narrowToTopic } from "./narrow-to-topic.js";
import { thresholdOf } from "./probability.js";
import { areOfOtherSense } from "./other-sense.js";
import { proseAnswer } from "./prose-answer.js";
import { sayingOf } from "./saying-of.js";
import type { SearchReach } from "./search-reach.js";
import type { Searcher } from "./searcher.js";
import { tellEach } from "./tell-each.js";
import { type Topic, topicOf } from "./topic-of.js";

/** Set by hand: at even odds "governments" passes for "governors". */
const TWICE_AS_LIKELY_AS_NOT = 2 / 3;

/**
 * Answers a question from the sentences that meet it, or abstains. Asked whether several things are mentioned, it
 * tells of each.
 */
export async function answerInProse(
  searcher: Searcher,
  text: string,
  options: AskOptions,
  reach: SearchReach,
): Promise<Answer> {
  const question = text.trim();
  const { units } = searcher;
  const first = await meet(searcher, question, options.works, reach.allowed);
  const topic = topicOf(first.question);
  const foreign = isForeign(question);
  if (topic?.onlyWhether === true && topic.things.length > 1 && !foreign) {
    const answers: Answer[] = [];
    for (const thing of topic.things)
      answers.push(await answerInProse(searcher, thing.question, options, reach));
    return tellEach(text, answers, options);
  }
  const found = topic && findTopic(topic, searcher, { ...reach, ...options });
  // Many notes on one thing may leave no room among the best passages for the author's words about it.
  const met = crowdsOut(searcher, first, found?.places ?? [], options)
    ? await meet(
        searcher,
        question,
        options.works,
        (unit) => unit.passage.layer === "text" && reach.allowed(unit),
      )
    : first;
  const narrowed = narrowToTopic(searcher, met, found?.places, options);
  const { places } = narrowed;
  const prose = judge(searcher, met.question, narrowed.prose);
  const lines = judge(searcher, met.question, narrowed.lines);
  if (topic?.onlyWhether === true && !foreign) {
    const mentions = sayingOf(topic, places, prose?.candidates ?? [], units);
    const addressed = mentions.length > 0 ? [] : addressedAt(topic, searcher, reach.allowed);
    const mentioned = mentionAnswer(searcher, text, mentions.length > 0 ? mentions : addressed, options);
    if (mentioned) return mentioned;
  }
  const leastAt = (point: OperatingPoint): number =>
    options.least ?? thresholdOf(point, units.length, fitOf(searcher.embedder.model).calibration);
  const least =
    found?.places.length === 0
      ? (options.least ?? leastWithout(leastAt("strict"), topic))
      : leastAt(options.point);
  // A line that names or frames answers only where no prose does, and only when that is nearly certain.
  const chosen =
    prose && prose.confidence >= least
      ? prose
      : lines && lines.confidence >= leastAt("strict")
        ? lines
        : undefined;
  const otherSense = topic?.ofKind === true && areOfOtherSense(topic, places, units);
  if (chosen && !foreign && !otherSense) {
    const answer = proseAnswer(searcher, text, chosen, options);
    const missing = topic?.onlyWhether === true ? (found?.missing ?? []) : [];
    // Other words answer: that those asked for occur nowhere is said all the same.
    return missing.length === 0 ? answer : { ...answer, searched: describeSearch(missing, searcher, reach) };
  }
  return abstain(searcher, text, { foreign, found, places, judged: prose ?? lines }, reach, options);
}

/**
 * The least probability at which other words answer than those asked for, which occur nowhere. Asked only whether they
 * occur, that is the answer, unless it is twice as likely as not that others mean the same ("exiles", of refugees).
 */
function leastWithout(strict: number, topic: Topic | undefined): number {
  return topic?.onlyWhether === true ? Math.max(strict, TWICE_AS_LIKELY_AS_NOT) : strict;
}
