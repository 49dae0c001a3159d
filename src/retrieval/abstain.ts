import type { Answer } from "./answer.js";
import type { AskOptions } from "./ask-options.js";
import { describeSearch } from "./describe-search.js";
import type { FoundTopic, Place } from "./find-topic.js";
import type { Judged } from "./judge.js";
import { onlyAt } from "./narrow-to-topic.js";
import { quotePlace } from "./quote-place.js";
import type { SearchReach } from "./search-reach.js";
import type { Searcher } from "./searcher.js";

type Abstention = Extract<Answer, { kind: "abstention" }>;

/** Why a question is not answered, and what was looked at in vain. */
export interface Vain {
  /** Whether the question is in a language that the model does not read. */
  readonly foreign: boolean;
  /** What became of the topic, if it has one. */
  readonly found: FoundTopic | undefined;
  /** The places of the topic that may be shown. */
  readonly places: readonly Place[];
  readonly judged: Judged | undefined;
}

/** An honest no, with what was searched and the closest passage. */
export function abstain(
  searcher: Searcher,
  question: string,
  { foreign, found, places, judged }: Vain,
  reach: SearchReach,
  { witness }: Pick<AskOptions, "witness">,
): Abstention {
  const missing = found?.missing ?? [];
  const reason = foreign ? "language" : missing.length > 0 ? "occurs-nowhere" : "not-in-source";
  const no = {
    ...abstention(question, reason),
    ...(reason === "occurs-nowhere" ? { searched: describeSearch(missing, searcher, reach) } : {}),
    ...(reach.unserved.length === 0 ? {} : { unserved: [...reach.unserved] }),
  };
  const close = closestOn(places, judged, searcher);
  if (!close) return no;
  const closest = quotePlace(searcher, close, witness);
  return { ...no, confidence: foreign ? 0 : (judged?.confidence ?? 0), closest };
}

/** An abstention that has nothing to show. */
export function abstention(question: string, reason: Abstention["reason"]): Abstention {
  return { version: 1, question, kind: "abstention", reason, confidence: 0, quotes: [], notes: [] };
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
