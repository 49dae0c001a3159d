import type { Layer } from "../edition/layer.js";
import { QuothError } from "../edition/quoth-error.js";
import type { Quote } from "../edition/quote.js";
import { resolvePath } from "../edition/resolve-path.js";
import type { Work } from "../edition/work.js";
import type { Answer } from "./answer.js";
import { chooseRuns, LONGEST_RUN } from "./choose-run.js";
import { isForeign } from "./detect-language.js";
import { leansBack } from "./leans-back.js";
import { featuresOf } from "./features.js";
import { meet } from "./meet.js";
import { notesOn } from "./notes-on.js";
import { probabilityOf, type OperatingPoint, thresholdOf } from "./probability.js";
import type { Question } from "./question.js";
import type { Candidate } from "./rank-sentences.js";
import type { Searcher } from "./searcher.js";
import { sentencesOn, type Topic, topicOf } from "./topic-of.js";
import { structureAnswer } from "./structure-question.js";
import { quoteRun } from "./quote-run.js";
import type { Unit } from "./unit.js";

export interface AskOptions {
  readonly layers?: readonly Layer[];
  /** Only units of these works are searched. */
  readonly works: readonly Work[];
  /** Quotes are cut from this witness where it has the passage. */
  readonly witness?: string;
  readonly limit: number;
  readonly point: OperatingPoint;
  /** The least probability at which to answer, in place of the point's; 0 to see what would be shown. */
  readonly least?: number;
}

/** A quote whose score is below this share of the best one's is not worth showing beside it. */
const BESIDE = 0.75;
/** Probability of a part of the document that answers a question about the document (letter's dev half: 17 of 18). */
const STRUCTURE_PROBABILITY = 0.95;

/**
 * Answers a question in the source's own words, or abstains with the closest passage.
 * @throws QuothError `blank-question`.
 */
export async function answerQuestion(searcher: Searcher, text: string, options: AskOptions): Promise<Answer> {
  const question = text.trim();
  if (question === "") {
    throw new QuothError("blank-question", "The question is blank.", {
      remedy: 'Ask something, for instance: quoth ask "What does it say about Laos?"',
    });
  }
  const common = { version: 1 as const, question: text };
  if (!/[\p{L}\p{N}]/u.test(question))
    return { ...common, kind: "abstention", reason: "nothing-asked", confidence: 0, quotes: [], notes: [] };

  const allowed = (unit: Unit): boolean => isAllowed(unit, options);
  const asked =
    searcher.tuning?.structure === false
      ? undefined
      : structureAnswer(question, searcher.units, options.works);
  const structural = asked?.filter((at) => allowed(searcher.units[at] as Unit));
  if (structural !== undefined && structural.length > 0) {
    const quotes = structural
      .slice(0, options.limit)
      .map((at) => quoteWhole(searcher.units[at] as Unit, options.witness));
    return {
      ...common,
      kind: "answer",
      confidence: STRUCTURE_PROBABILITY,
      quotes: oneLayer(quotes),
      notes: [],
    };
  }

  const met = await meet(searcher, question, options.works, allowed);
  const topic = topicOf(met.question);
  const named = topic && placesOn(searcher, topic, allowed);
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
  const least = options.least ?? thresholdOf(nowhere ? "strict" : options.point, searcher.units.length);
  // A line that names or frames answers only where no prose does, and only when that is nearly certain.
  const chosen =
    prose && prose.confidence >= least
      ? prose
      : lines && lines.confidence >= (options.least ?? thresholdOf("strict", searcher.units.length))
        ? lines
        : undefined;
  if (!chosen || foreign) {
    const reason = foreign ? "language" : nowhere ? "occurs-nowhere" : "not-in-source";
    const searched =
      reason === "occurs-nowhere" && topic ? { searched: describeSearch(topic, searcher, allowed) } : {};
    return abstain(searcher, { ...common, reason, ...searched }, prose ?? lines, options);
  }
  const { best } = chosen;
  const longest = searcher.tuning?.runs === false ? 1 : LONGEST_RUN;
  const leans = (unit: number, sentence: number): boolean =>
    leansBack((searcher.units[unit] as Unit).sentences[sentence] as string);
  const runs = chooseRuns(chosen.candidates, { limit: options.limit, longest, leans }).filter(
    (run) => run.best.score >= BESIDE * best.score,
  );
  const quotes = oneLayer(
    runs.map((run) => quoteRun(searcher.units[run.unit] as Unit, run, options.witness)),
  );
  return {
    ...common,
    kind: "answer",
    confidence: chosen.confidence,
    quotes,
    notes: notesOn(quotes, options.works),
  };
}

interface Place {
  readonly unit: number;
  readonly sentence: number;
}

/** The sentences that name a topic, of the units that may be quoted. */
function placesOn(searcher: Searcher, topic: Topic, allowed: (unit: Unit) => boolean): readonly Place[] {
  const named = new Set(sentencesOn(topic, searcher));
  return searcher.units.flatMap((unit, at) =>
    allowed(unit)
      ? unit.sentences.flatMap((_, sentence) =>
          named.has((searcher.firstSentence[at] as number) + sentence) ? [{ unit: at, sentence }] : [],
        )
      : [],
  );
}

function onlyAt(candidates: readonly Candidate[], places: readonly Place[]): readonly Candidate[] {
  const found = candidates.filter(({ unit, sentence }) =>
    places.some((place) => place.unit === unit && place.sentence === sentence),
  );
  return found.length > 0 ? found : candidates;
}

function describeSearch({ words }: Topic, { units }: Searcher, allowed: (unit: Unit) => boolean) {
  const searched = units.filter(allowed);
  const works = [...new Set(searched.map((unit) => unit.work))];
  return {
    words: [...words],
    works: works.map((work) => work.id),
    witnesses: [...new Set(works.flatMap((work) => work.witnesses.map((witness) => witness.siglum)))],
    layers: [...new Set(searched.map((unit) => unit.passage.layer))],
  };
}

/** Candidates, best first, with the probability that the best answer the question. */
interface Judged {
  readonly candidates: readonly Candidate[];
  readonly best: Candidate;
  readonly confidence: number;
}

function judge(searcher: Searcher, question: Question, candidates: readonly Candidate[]): Judged | undefined {
  const [best] = candidates;
  return (
    best && {
      candidates,
      best,
      confidence: probabilityOf(featuresOf(question, candidates, searcher)),
    }
  );
}

function abstain(
  { units }: Searcher,
  common: Pick<Extract<Answer, { kind: "abstention" }>, "version" | "question" | "reason" | "searched">,
  judged: Judged | undefined,
  { witness }: AskOptions,
): Answer {
  const nothing = { ...common, kind: "abstention" as const, quotes: [], notes: [] };
  if (!judged) return { ...nothing, confidence: 0 };
  const { unit, sentence } = judged.best;
  const closest = quoteRun(units[unit] as Unit, { from: sentence, to: sentence + 1 }, witness);
  return { ...nothing, confidence: common.reason === "language" ? 0 : judged.confidence, closest };
}

/** Whether a unit may be quoted: of these works and layers, and in this edition. */
export function isAllowed(
  { work, witness, passage }: Unit,
  { layers, works, witness: siglum }: Pick<AskOptions, "layers" | "works" | "witness">,
): boolean {
  if (!works.includes(work) || (layers && !layers.includes(passage.layer))) return false;
  if (siglum === undefined) return true;
  if (passage.layer !== "text") return witness.siglum === siglum;
  const wanted = work.witnesses.find((one) => one.siglum === siglum);
  return (
    wanted !== undefined &&
    resolvePath(wanted, { path: passage.path.split("."), last: passage.path.split(".") }).length > 0
  );
}

function quoteWhole(unit: Unit, siglum: string | undefined): Quote {
  return quoteRun(unit, { from: 0, to: unit.sentences.length }, siglum);
}

/** All quotes of one Answer are of one layer: that of the best. */
function oneLayer(quotes: readonly Quote[]): Quote[] {
  return quotes.filter((quote) => quote.layer === quotes[0]?.layer && quote.voice === quotes[0].voice);
}
