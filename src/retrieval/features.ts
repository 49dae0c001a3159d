import type { Question } from "./question.js";
import type { Candidate } from "./rank-sentences.js";
import type { Lexicon } from "./searcher.js";
import { compareWording } from "./wording.js";

/** The signals from which the probability of an answer is read, in this order. */
export const FEATURES = [
  "maxSim",
  "unitMaxSim",
  "weakest",
  "lexical",
  "unitLexical",
  "dense",
  /** How far the best sentence stands above the best of another passage. */
  "margin",
  /** How far it stands above the next best of its own passage. */
  "marginWithin",
  /** How far it stands above the mean of the other passages' sentences: what any question gets from them. */
  "rise",
  "riseDense",
  /** Share of the question's idf on words that occur nowhere in the source. */
  "missing",
  /** Whether a capitalised word inside the question occurs nowhere in the source. */
  "missingName",
  /** Where the wording of the question and of the best sentence disagree. */
  "deniedAlone",
  "namesLacking",
  "numbersLacking",
  "kindLacking",
  /** ln(1 + number of content words). */
  "length",
  /** ln of the number of passages: among more passages a chance likeness is likelier. */
  "size",
] as const;

export type FeatureName = (typeof FEATURES)[number];
export type Features = Readonly<Record<FeatureName, number>>;

/** What is known of how well the best candidates answer `question`; `candidates` is not empty. */
export function featuresOf(
  question: Question,
  candidates: readonly Candidate[],
  { units, lexicalUnits: lexical }: Lexicon,
): Features {
  const best = candidates[0] as Candidate;
  const neighbour = candidates.find((candidate) => candidate !== best && candidate.unit === best.unit);
  const others = candidates.filter((candidate) => candidate.unit !== best.unit);
  const riseOf = (signal: "maxSim" | "dense"): number =>
    best.signals[signal] -
    others.reduce((sum, { signals }) => sum + signals[signal], 0) / Math.max(1, others.length);
  const weights = question.terms.map((term) => ({ idf: lexical.idf(term), known: lexical.has(term) }));
  const total = weights.reduce((sum, { idf }) => sum + idf, 0);
  const missing = weights.reduce((sum, { idf, known }) => sum + (known ? 0 : idf), 0);
  return {
    ...best.signals,
    margin: best.score - (others[0]?.score ?? 0),
    marginWithin: best.score - (neighbour?.score ?? 0),
    rise: riseOf("maxSim"),
    riseDense: riseOf("dense"),
    ...compareWording(question, units[best.unit]?.sentences[best.sentence] ?? ""),
    missing: total > 0 ? missing / total : 1,
    missingName: question.names.some((name) => name.terms.every((term) => !lexical.has(term))) ? 1 : 0,
    length: Math.log1p(question.content.length),
    size: Math.log(units.length),
  };
}
