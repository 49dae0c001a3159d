import { isSameLanguage } from "../edition/language.js";
import type { Layer } from "../edition/layer.js";
import { QuothError } from "../edition/quoth-error.js";
import type { Quote } from "../edition/quote.js";
import { resolvePath } from "../edition/resolve-path.js";
import { voiceOf } from "../edition/voice-of.js";
import type { Work } from "../edition/work.js";
import type { Answer } from "./answer.js";
import { chooseRuns, LONGEST_RUN } from "./choose-run.js";
import { isForeign } from "./detect-language.js";
import type { ModelIdentity } from "./embedder.js";
import { featuresOf } from "./features.js";
import { meet } from "./meet.js";
import { namedAuthors } from "./named-authors.js";
import { notesOn } from "./notes-on.js";
import type { OperatingPoint } from "./calibration.js";
import { fitOf } from "./fit-of.js";
import { probabilityOf, thresholdOf } from "./probability.js";
import type { Question } from "./question.js";
import type { Candidate } from "./rank-sentences.js";
import type { Searcher } from "./searcher.js";
import { servesLanguage } from "./serves-language.js";
import { type Edition, findTopic, type Place } from "./find-topic.js";
import { sayingOf } from "./saying-of.js";
import { topicOf } from "./topic-of.js";
import { structureAnswer } from "./structure-question.js";
import { quoteRun } from "./quote-run.js";
import type { Unit } from "./unit.js";
import { wholeVerse } from "./whole-verse.js";

export interface AskOptions {
  readonly layers?: readonly Layer[];
  /** Only units of these works are searched. */
  readonly works: readonly Work[];
  /** Only these voices are quoted; all unless given. */
  readonly voices?: readonly string[];
  /** Quotes are cut from this witness where it has the passage. */
  readonly witness?: string;
  readonly limit: number;
  readonly point: OperatingPoint;
  /** The least probability at which to answer, in place of the point's; 0 to see what would be shown. */
  readonly least?: number;
}

/** A quote whose score is below this share of the best one's is not worth showing beside it. */
const BESIDE = 0.75;
/** The most sentences of a quote that was not asked for by its reference. */
const LONGEST_PART = 3;
/** Probability of a part of the document that answers a question about the document (letter's dev half: 17 of 18). */
const STRUCTURE_PROBABILITY = 0.95;

/** Mentions that are cut out to be shown, of a word that stands everywhere. */
const MOST_MENTIONS = 100;
/** Probability that a sentence which holds a thing's words mentions it: all but words of two senses. */
const MENTION_PROBABILITY = 0.95;

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
  const common = { version: 1 as const, question: text };
  if (!/[\p{L}\p{N}]/u.test(question))
    return { ...common, kind: "abstention", reason: "nothing-asked", confidence: 0, quotes: [], notes: [] };

  const { model } = searcher.embedder;
  const served = (unit: Unit): boolean => servesLanguage(model, unit.witness.language);
  const within = (unit: Unit): boolean => isAllowed(unit, options);
  const allowed = (unit: Unit): boolean => served(unit) && within(unit);
  const asked =
    searcher.tuning?.structure === false
      ? undefined
      : structureAnswer(question, searcher.units, options.works);
  if (asked?.kind === "which-work") {
    const works = asked.works.map(({ id }) => id);
    return {
      ...common,
      kind: "abstention",
      reason: "which-work",
      confidence: 0,
      quotes: [],
      notes: [],
      works,
    };
  }
  // Its own words may still say it; those of another work do not.
  if (asked?.kind === "no-part") return answerWithin(searcher, text, { ...options, works: [asked.work] });
  const structural = asked?.units.filter((at) => within(searcher.units[at] as Unit)) ?? [];
  if (structural.length > 0) {
    const quotes = structural
      .slice(0, options.limit)
      .map((at) => quotePart(searcher.units[at] as Unit, asked?.reads, options.witness));
    return {
      ...common,
      kind: "answer",
      confidence: STRUCTURE_PROBABILITY,
      quotes: oneVoice(quotes),
      notes: [],
    };
  }

  const unserved = unservedLanguages(searcher, within, served);
  if (unserved.length > 0 && !searcher.units.some(allowed)) {
    const nothing = { quotes: [], notes: [], unserved };
    return { ...common, kind: "abstention", reason: "language", confidence: 0, ...nothing };
  }
  const met = await meet(searcher, question, options.works, allowed);
  const topic = topicOf(met.question);
  const editions = editionsIn(options, model);
  const found =
    topic &&
    findTopic(topic, searcher, {
      allowed,
      editions,
      ...(options.layers ? { layers: options.layers } : {}),
      ...(options.voices ? { voices: options.voices } : {}),
    });
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
      ? sayingOf(topic, places, prose?.candidates ?? [], searcher.units).slice(0, MOST_MENTIONS)
      : [];
  if (mentions.length > 0) {
    const shown = mentions.map((place) => quotePlace(searcher, place, options.witness));
    // Two lines of one sentence of verse are one quote.
    const apart = shown.filter(
      ({ reference }, at) => shown.findIndex((one) => one.reference === reference) === at,
    );
    const quotes = oneVoice(apart.slice(0, options.limit));
    const notes = notesOn(quotes, options.works);
    return { ...common, kind: "answer", confidence: MENTION_PROBABILITY, quotes, notes };
  }
  if (!chosen || foreign) {
    const missing = found?.missing ?? [];
    const reason = foreign ? "language" : missing.length > 0 ? "occurs-nowhere" : "not-in-source";
    const searched =
      reason === "occurs-nowhere" ? { searched: describeSearch(missing, searcher, allowed, editions) } : {};
    const left = unserved.length === 0 ? {} : { unserved };
    const judged = prose ?? lines;
    const closest = closestOn(places, judged, searcher);
    return abstain(searcher, { ...common, reason, ...searched, ...left }, judged, closest, options);
  }
  const { best } = chosen;
  const runs = runsOf(searcher, chosen.candidates, options.limit).filter(
    (run) => run.best.score >= BESIDE * best.score,
  );
  const quotes = oneVoice(
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

function runsOf(
  { units, tuning }: Searcher,
  candidates: readonly Candidate[],
  limit: number,
): ReturnType<typeof chooseRuns> {
  if (tuning?.runs === false) return chooseRuns(candidates, limit, 1);
  return chooseRuns(candidates, limit, LONGEST_RUN, (unit, run, line) =>
    wholeVerse(units[unit] as Unit, run, line),
  );
}

/** The best candidate; where the topic's words stand anywhere, the best that bears them, or the first place of theirs. */
function closestOn(
  places: readonly Place[],
  judged: Judged | undefined,
  { units }: Searcher,
): Place | undefined {
  const [best] = judged ? onlyAt(judged.candidates, places) : [];
  const bears = places.some(({ unit, sentence }) => unit === best?.unit && sentence === best.sentence);
  const inText = places.find(({ unit }) => units[unit]?.passage.layer === "text");
  return bears ? best : (inText ?? places[0] ?? best);
}

function onlyAt(candidates: readonly Candidate[], places: readonly Place[]): readonly Candidate[] {
  const found = candidates.filter(({ unit, sentence }) =>
    places.some((place) => place.unit === unit && place.sentence === sentence),
  );
  return found.length > 0 ? found : candidates;
}

/** Languages in scope that the model cannot search. */
function unservedLanguages(
  { units }: Searcher,
  within: (unit: Unit) => boolean,
  served: (unit: Unit) => boolean,
): string[] {
  const left = units.filter((unit) => !served(unit) && within(unit));
  return [...new Set(left.map(({ witness }) => witness.language))];
}

/** The editions in scope that the model serves. */
function editionsIn({ works, witness: siglum }: AskOptions, model: ModelIdentity): readonly Edition[] {
  return works.flatMap((work) =>
    work.witnesses
      .filter((one) => (siglum === undefined || one.siglum === siglum) && servesLanguage(model, one.language))
      .map((witness) => ({ work, witness })),
  );
}

function describeSearch(
  words: readonly string[],
  { units }: Searcher,
  allowed: (unit: Unit) => boolean,
  editions: readonly Edition[],
) {
  const searched = units.filter(allowed);
  const works = new Set(searched.map((unit) => unit.work));
  return {
    words: [...words],
    works: [...works].map((work) => work.id),
    witnesses: editions
      .filter(({ work }) => works.has(work))
      .map(({ work, witness: { siglum } }) => (works.size > 1 ? `${work.id}@${siglum}` : siglum)),
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
      confidence: probabilityOf(
        featuresOf(question, candidates, searcher),
        fitOf(searcher.embedder.model).calibration,
      ),
    }
  );
}

function abstain(
  searcher: Searcher,
  common: Pick<
    Extract<Answer, { kind: "abstention" }>,
    "version" | "question" | "reason" | "searched" | "unserved"
  >,
  judged: Judged | undefined,
  close: Place | undefined,
  { witness }: AskOptions,
): Answer {
  const nothing = { ...common, kind: "abstention" as const, quotes: [], notes: [] };
  if (!judged || !close) return { ...nothing, confidence: 0 };
  const closest = quotePlace(searcher, close, witness);
  return { ...nothing, confidence: common.reason === "language" ? 0 : judged.confidence, closest };
}

/** The sentence at a place; of verse, the whole grammatical one. */
function quotePlace({ units }: Searcher, { unit, sentence }: Place, siglum: string | undefined): Quote {
  const at = units[unit] as Unit;
  return quoteRun(at, wholeVerse(at, { from: sentence, to: sentence + 1 }, sentence), siglum);
}

const sets = new WeakMap<readonly Work[], ReadonlySet<Work>>();

/** Every unit of a library is looked up in the works asked for. */
function setOf(works: readonly Work[]): ReadonlySet<Work> {
  let set = sets.get(works);
  if (!set) sets.set(works, (set = new Set(works)));
  return set;
}

/** Whether a unit may be quoted: of these works and layers, and in this edition. */
export function isAllowed(
  { work, witness, passage }: Unit,
  { layers, works, voices, witness: siglum }: Pick<AskOptions, "layers" | "works" | "voices" | "witness">,
): boolean {
  if (!setOf(works).has(work) || (layers && !layers.includes(passage.layer))) return false;
  if (voices && !voices.includes(voiceOf(work, witness, passage))) return false;
  if (siglum === undefined) return true;
  if (passage.layer !== "text") return witness.siglum === siglum;
  const wanted = work.witnesses.find((one) => one.siglum === siglum);
  return (
    wanted !== undefined &&
    isSameLanguage(wanted.language, witness.language) &&
    resolvePath(wanted, { path: passage.path.split("."), last: passage.path.split(".") }).length > 0
  );
}

/** A part of the document; of one that is longer than a quote may be, the sentence that says what was asked. */
function quotePart(unit: Unit, reads: RegExp | undefined, siglum: string | undefined): Quote {
  const count = unit.sentences.length;
  const at = count > LONGEST_PART ? unit.sentences.findIndex((sentence) => reads?.test(sentence)) : -1;
  return quoteRun(unit, at === -1 ? { from: 0, to: count } : { from: at, to: at + 1 }, siglum);
}

/** All quotes of one Answer are of one layer, one author and one voice, those of the best: no two are merged. */
function oneVoice(quotes: readonly Quote[]): Quote[] {
  const [best] = quotes;
  return quotes.filter(
    ({ layer, voice, author }) => layer === best?.layer && voice === best.voice && author === best.author,
  );
}
