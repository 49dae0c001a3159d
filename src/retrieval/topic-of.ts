import { wordsOf } from "../edition/words.js";
import type { Question } from "./question.js";
import type { Lexicon } from "./searcher.js";
import { stemsOf } from "./terms.js";

/** Ways to ask whether, or what, something is said of a topic; the topic follows. */
const ASKS_ABOUT =
  /\b(?:mention(?:s|ed|ing)?|refer(?:s|red|ring)?\s+to|allude(?:s|d)?\s+to|name(?:s|d)?|discuss(?:es|ed)?|bring(?:s)?\s+up|talk(?:s|ed)?\s+(?:about|of)|speak(?:s)?\s+(?:about|of|on)|(?:say|says|said|written|write|writes|wrote|think|thinks|there|anything|something|nothing|word)\s+(?:(?:anything|something|much|a\s+word|more)\s+)?(?:about|on|of|regarding|concerning)|views?\s+(?:on|of|about)|opinion\s+(?:on|of|about)|position\s+on|stance\s+on)\s+/iu;

/** The topic of a question about a topic: its words, as asked, and their stems. */
export interface Topic {
  readonly words: readonly string[];
  readonly terms: readonly string[];
}

/** The topic that a question asks about ("Does he mention Germany?": Germany); undefined where it asks otherwise. */
export function topicOf(question: Question): Topic | undefined {
  const match = ASKS_ABOUT.exec(question.text);
  if (!match) return undefined;
  const from = match.index + match[0].length;
  const content = question.content.filter((word) => word.start >= from);
  const terms = content.flatMap((word) => stemsOf(word.norm));
  // A long tail is a sentence of its own, and its words are no name of a thing.
  if (terms.length === 0 || wordsOf(question.text.slice(from)).length > LONGEST_TOPIC) return undefined;
  return { words: content.map((word) => question.text.slice(word.start, word.end)), terms };
}

const LONGEST_TOPIC = 6;

/** Where the words of a topic stand, any inflection: numbers of sentences that hold all of them. */
export function sentencesOn({ terms }: Topic, { lexicalSentences }: Lexicon): readonly number[] {
  const [first, ...rest] = [...new Set(terms)].map((term) => lexicalSentences.score([term]).scores);
  if (!first) return [];
  const found: number[] = [];
  first.forEach((score, at) => {
    if (score > 0 && rest.every((scores) => (scores[at] as number) > 0)) found.push(at);
  });
  return found;
}
