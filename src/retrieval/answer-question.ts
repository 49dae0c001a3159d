import { QuothError } from "../edition/quoth-error.js";
import { abstain, abstention, onlyAt } from "./abstain.js";
import type { Answer } from "./answer.js";
import type { AskOptions } from "./ask-options.js";
import type { OperatingPoint } from "./calibration.js";
import { isForeign } from "./detect-language.js";
import { documentAnswer } from "./document-answer.js";
import { findTopic } from "./find-topic.js";
import { fitOf } from "./fit-of.js";
import { judge } from "./judge.js";
import { meet } from "./meet.js";
import { mentionAnswer } from "./mention-answer.js";
import { namedAuthors } from "./named-authors.js";
import { thresholdOf } from "./probability.js";
import { proseAnswer } from "./prose-answer.js";
import { sayingOf } from "./saying-of.js";
import { searchReach } from "./search-reach.js";
import type { Searcher } from "./searcher.js";
import { topicOf } from "./topic-of.js";
import type { Unit } from "./unit.js";

/**
 * Answers a question in the source's own words, or abstains with the closest passage. Where several authors are loaded
 * and the question names one as the speaker, it is put to that author's works; where it names one otherwise, to these
 * and to all, and the surer answer counts.
 * @throws QuothError `blank-question`.
 */
export async function answerQuestion(searcher: Searcher, text: string, options: AskOptions): Promise<Answer> {
  const named = namedAuthors(text, options.works);
  if (!named) return answerWithin(searcher, text, options);
  const own = await answerWithin(searcher, text, { ...options, works: named.works });
  if (named.speak) return own;
  const all = await answerWithin(searcher, text, options);
  if (all.kind === "abstention") return own.kind === "answer" ? own : all;
  return own.kind === "answer" && own.confidence >= all.confidence ? own : all;
}

async function answerWithin(searcher: Searcher, text: string, options: AskOptions): Promise<Answer> {
  const question = text.trim();
  if (question === "") {
    throw new QuothError("blank-question", "The question is blank.", {
      remedy: 'Ask something, for instance: quoth ask "What does it say about Laos?"',
    });
  }
  if (!/[\p{L}\p{N}]/u.test(question)) return abstention(text, "nothing-asked");
  const about = searcher.tuning?.structure === false ? undefined : documentAnswer(searcher, text, options);
  // Its own words may still say it; those of another work do not.
  if (about?.kind === "no-part") return answerWithin(searcher, text, { ...options, works: [about.work] });
  if (about) return about;

  const reach = searchReach(searcher, options);
  if (reach.unserved.length > 0 && !searcher.units.some(reach.allowed))
    return { ...abstention(text, "language"), unserved: [...reach.unserved] };
  return answerInProse(searcher, text, options, reach);
}

async function answerInProse(
  searcher: Searcher,
  text: string,
  options: AskOptions,
  reach: ReturnType<typeof searchReach>,
): Promise<Answer> {
  const question = text.trim();
  const met = await meet(searcher, question, options.works, reach.allowed);
  const topic = topicOf(met.question);
  const found = topic && findTopic(topic, searcher, { ...reach, ...options });
  const named = found?.places;
  // An editor's note says something of its topic; a line of metadata merely names it.
  const noted = named?.filter(({ unit }) => (searcher.units[unit] as Unit).passage.layer === "note");
  const onlyEdited =
    named !== undefined &&
    named.length > 0 &&
    named.every(({ unit }) => (searcher.units[unit] as Unit).passage.layer !== "text");
  const places = noted && noted.length > 0 ? noted : (named ?? []);
  // What only an editor brings up is shown as the editor's, whatever else the author's words are like.
  const prose = judge(searcher, met.question, onlyEdited ? onlyAt(met.prose, places) : met.prose);
  // A name or a title is like every question that bears the name: it has to hold a word that was asked for.
  const lines = judge(
    searcher,
    met.question,
    met.lines.filter((line) => line.signals.lexical > 0),
  );
  const foreign = isForeign(question);
  const nowhere = named?.length === 0;
  const leastAt = (point: OperatingPoint): number =>
    options.least ?? thresholdOf(point, searcher.units.length, fitOf(searcher.embedder.model).calibration);
  const least = leastAt(nowhere ? "strict" : options.point);
  // A line that names or frames answers only where no prose does, and only when that is nearly certain.
  const chosen =
    prose && prose.confidence >= least
      ? prose
      : lines && lines.confidence >= leastAt("strict")
        ? lines
        : undefined;
  const mentions =
    topic?.onlyWhether === true && !chosen && !foreign
      ? sayingOf(topic, places, prose?.candidates ?? [], searcher.units)
      : [];
  const mentioned = mentionAnswer(searcher, text, mentions, options);
  if (mentioned) return mentioned;
  if (chosen && !foreign) return proseAnswer(searcher, text, chosen, options);
  return abstain(searcher, text, { foreign, found, places, judged: prose ?? lines }, reach, options);
}
