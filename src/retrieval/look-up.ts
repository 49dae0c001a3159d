import { occurrencesOf, quoteOf } from "../edition/find-words.js";
import type { Layer } from "../edition/layer.js";
import { makeQuote } from "../edition/make-quote.js";
import { QuothError } from "../edition/quoth-error.js";
import type { Quote } from "../edition/quote.js";
import { readLevelWords } from "../edition/read-level-words.js";
import { parseReference, type Reference } from "../edition/reference.js";
import { resolvePath } from "../edition/resolve-path.js";
import type { Work } from "../edition/work.js";
import { wordsOf } from "../edition/words.js";
import { quoteRun } from "./quote-run.js";
import type { Lexicon } from "./searcher.js";
import { stemsOf } from "./terms.js";
import { unknownWork } from "./unknown-work.js";

export interface LookUpOptions {
  readonly works: readonly Work[];
  readonly witness?: string;
  readonly layers?: readonly Layer[];
  readonly voices?: readonly string[];
  /** The most quotes; unless given, all that a reference names, or the first ten that hold the words. */
  readonly limit?: number;
}

/** What a look-up by words gives unless told otherwise. */
const DEFAULT_FINDS = 10;
/** Where the words do not stand in a row, a sentence has to hold this share of their weight. */
const LEAST_SHARE = 0.6;

/**
 * Looks up a reference, or a few words: first where they stand exactly, else in sentences that hold most of
 * them in other forms or order. Empty where there is nothing.
 */
export function lookUp(lexicon: Lexicon, asked: string, options: LookUpOptions): readonly Quote[] {
  const reference = readReference(asked, options.works);
  const fits = ({ layer, voice }: Quote): boolean =>
    (!options.layers || options.layers.includes(layer)) &&
    (!options.voices || options.voices.includes(voice));
  if (reference) {
    const found = quotesAt(reference, options.works, options.witness).filter(fits);
    // A name with a number behind it ("No. 5", "p.12") may be words; what can be nothing but a reference is not.
    if (found.length > 0 || (/[.:@]|^(?:opener|closer)/i.test(asked) && !isNamed(reference)))
      return found.slice(0, options.limit);
  }
  const works =
    options.witness === undefined
      ? options.works
      : options.works.map((work) => onlyWitness(work, options.witness as string));
  const exact = new Map<string, Quote>();
  for (const occurrence of occurrencesOf(works, asked)) {
    const quote = quoteOf(occurrence);
    if (fits(quote)) exact.set(`${quote.reference}@${quote.witness}`, quote);
  }
  const quotes = exact.size > 0 ? [...exact.values()] : nearly(lexicon, asked, options).filter(fits);
  return quotes.slice(0, options.limit ?? DEFAULT_FINDS);
}

/**
 * The reference that was asked for, if it is one: "12:30" is a time of day, unless a work is called "12". A work that
 * names its levels may be asked by them: "act 3, scene 1, line 56".
 */
export function readReference(asked: string, works: readonly Work[]): Reference | undefined {
  const parsed = parseReference(asked) ?? parseReference(levelWords(asked, works) ?? "");
  const known = (id: string | undefined): boolean => works.some((work) => work.id === id);
  const isTime = parsed !== undefined && /^\d+$/.test(parsed.work ?? "") && !known(parsed.work);
  return isTime ? undefined : parsed;
}

function levelWords(asked: string, works: readonly Work[]): string | undefined {
  for (const { id, levels } of works) {
    const path = readLevelWords(asked, levels);
    if (path !== undefined) return works.length === 1 ? path : `${id}:${path}`;
  }
  return undefined;
}

/** Whether it begins with the name of a division, which any word could be. */
function isNamed({ work, path }: Reference): boolean {
  return work === undefined && /^(?!opener|closer|note|heading|metadata)\p{L}/iu.test(path[0] ?? "");
}

/**
 * The quotes that a reference names, one for each passage; of the text the first edition's that has it, of the
 * apparatus every edition's own. `witness` picks one edition; so does `@siglum` in the reference.
 * @throws QuothError `unknown-work`, `unknown-witness`.
 */
export function quotesAt(reference: Reference, works: readonly Work[], witness?: string): readonly Quote[] {
  const siglum = reference.witness ?? witness;
  const named = reference.work;
  const wanted =
    named === undefined ? works : works.filter((work) => work.id.toLowerCase() === named.toLowerCase());
  if (wanted.length === 0) throw unknownWork(named ?? "", works);
  return wanted.flatMap((work) => {
    const witnesses =
      siglum === undefined
        ? work.witnesses
        : work.witnesses.filter((one) => one.siglum.toLowerCase() === siglum.toLowerCase());
    if (witnesses.length === 0 && wanted.length === 1) {
      throw new QuothError("unknown-witness", `${work.id} has no edition "${siglum ?? ""}".`, {
        remedy: `It has: ${work.witnesses.map((one) => one.siglum).join(", ")}.`,
      });
    }
    const quotes: Quote[] = [];
    for (const one of witnesses) {
      const located = resolvePath(one, reference);
      quotes.push(...located.map((place) => makeQuote(work, place)));
      if (located[0]?.passage.layer === "text") break;
    }
    return quotes;
  });
}

function onlyWitness(work: Work, siglum: string): Work {
  const witness = work.witnesses.find((one) => one.siglum === siglum);
  return witness
    ? { ...work, witnesses: [witness, ...work.witnesses.filter((one) => one !== witness)] }
    : work;
}

/** Sentences that hold most of the words, by the weight of their stems; best first. */
function nearly(
  { units, lexicalSentences, firstSentence }: Lexicon,
  asked: string,
  { works, witness }: LookUpOptions,
): readonly Quote[] {
  const terms = [...new Set(wordsOf(asked).flatMap((word) => stemsOf(word.norm)))];
  const { scores } = lexicalSentences.score(terms);
  const total = terms.reduce((sum, term) => sum + lexicalSentences.idf(term), 0);
  if (total === 0) return [];
  return units
    .flatMap((unit, at) =>
      unit.sentences.map((text, sentence) => ({
        unit,
        sentence,
        text,
        score: scores[(firstSentence[at] as number) + sentence] as number,
      })),
    )
    .filter(({ unit, score }) => score > 0 && works.includes(unit.work))
    .filter(({ text }) => {
      const held = new Set(wordsOf(text).flatMap((word) => stemsOf(word.norm)));
      return (
        terms.reduce((sum, term) => sum + (held.has(term) ? lexicalSentences.idf(term) : 0), 0) >=
        LEAST_SHARE * total
      );
    })
    .sort((a, b) => b.score - a.score)
    .map(({ unit, sentence }) => quoteRun(unit, { from: sentence, to: sentence + 1 }, witness));
}
