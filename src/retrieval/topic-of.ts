import { type Word, wordsOf } from "../edition/words.js";
import { withinSpans } from "../edition/within-spans.js";
import type { Question } from "./question.js";
import { stemsOf } from "./terms.js";

/** One of the things that a question asks about: "Germany or the Berlin Wall" are two. */
export interface Thing {
  /** Its words as they were asked, less those that carry nothing. */
  readonly words: readonly string[];
  /** The same, normalised, without a possessive ending. */
  readonly norms: readonly string[];
}

/** The topic of a question about a topic ("Does he mention Germany?": Germany). */
export interface Topic {
  readonly things: readonly [Thing, ...Thing[]];
  /** Whether it is asked only if it is mentioned: wherever its words stand is an answer. */
  readonly onlyWhether: boolean;
}

const MENTIONED =
  "(?:mentioned|named|discussed|cited|referred\\s+to|alluded\\s+to|brought\\s+up|talked\\s+(?:about|of)|spoken\\s+(?:about|of)|touched\\s+(?:up)?on|commented\\s+on)";
/** What may stand between the topic of a passive and its participle. */
const HOW = "(?:(?:not|never|ever|even|also|actually|really|explicitly|directly|specifically|once)\\s+)*";
const BEING = "(?:is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|be|been|being|gets?|got)";
/** Characters of a topic at most, where its end has to be looked for. */
const REACH = 120;
/** What may go before an auxiliary that asks of a topic: "Where is …", "How often does …". */
const ASKING = "(?:^|[,;:.]\\s*|\\b(?:and|but|so|where|why|when|how\\s+often|how\\s+many\\s+times)\\s+)";

/**
 * Ways to ask whether, or what, something is said of a topic; the first has the topic after it, the others around
 * their group. The first that meets a question counts.
 */
const ASKS_ABOUT: readonly RegExp[] = [
  // "Is Germany mentioned anywhere?", "Where are the missiles referred to?"
  new RegExp(
    `${ASKING}${BEING}\\s+(?=\\S)((?:(?!\\b${BEING}\\b)[^?!]){1,${REACH}}?)\\s+${HOW}${MENTIONED}(?![\\p{L}\\p{N}])`,
    "diu",
  ),
  // "Is it true that Germany is never mentioned?"
  new RegExp(
    `\\b(?:that|whether|if)\\s+(?=\\S)((?:(?!\\b${BEING}\\b)[^?!]){1,${REACH}}?)\\s+${BEING}\\s+${HOW}${MENTIONED}(?![\\p{L}\\p{N}])`,
    "diu",
  ),
  // "Does the word freedom occur?", "Does Germany come up?"
  new RegExp(
    `${ASKING}(?:do|does|did|don['’]t|doesn['’]t|didn['’]t)\\s+(?=\\S)([^?!]{1,${REACH}}?)\\s+${HOW}(?:occur|appear|(?:come|turn|crop|show)\\s+up|get\\s+(?:mentioned|a\\s+mention))(?![\\p{L}\\p{N}])`,
    "diu",
  ),
  /\b(?:mention(?:s|ed|ing)?|refer(?:s|red|ring)?\s+to|references?\s+to|allude(?:s|d)?\s+to|allusions?\s+to|name(?:s|d)?|discuss(?:es|ed)?|bring(?:s)?\s+up|touch(?:es|ed)?\s+(?:up)?on|comment(?:s|ed)?\s+(?:up)?on|(?:contains?|includes?|uses?)\s+the\s+(?:words?|names?|terms?|phrases?)|talk(?:s|ed)?\s+(?:about|of)|speak(?:s)?\s+(?:about|of|on)|(?:say|says|said|written|write|writes|wrote|think|thinks|there|anything|something|nothing|word)\s+(?:(?:anything|something|much|a\s+word|more)\s+)?(?:else\s+)?(?:about|on|of|regarding|concerning)|views?\s+(?:on|of|about)|opinion\s+(?:on|of|about)|position\s+on|stance\s+on)\s+(.+)$/disu,
];

/** "Does he mention …?", "Is … mentioned?", "Does the word … occur?", "Is there any reference to …?" */
const WHETHER =
  /^\W*(?:(?:and|but|so|or|then)\s+)?(?:do|does|did|is|are|was|were|has|have|don['’]t|doesn['’]t|didn['’]t|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)\s[^]*\b(?:mention(?:s|ed)?|refer(?:red)?\s+to|references?\s+to|allu(?:de|ded|sions?)\s+to|occur|appear|(?:come|turn|crop|show|bring|brought)\s+up|use\s+the\s+(?:words?|names?|terms?|phrases?)|contain\s+the\s+(?:words?|names?|terms?|phrases?))(?![\p{L}\p{N}])/iu;

/** "Does he mention any general?" asks for one of a kind, whose name may be anything. */
const KIND = /^\s*(?:(?:of|to|about)\s+)?(?:any|some|an?)\s/iu;

/** Adverbs of asking, which are no part of a topic: "… at all?", "… anywhere in it?". */
const ASIDE =
  /\b(?:at\s+all|by\s+name|or\s+not|so\s+far|as\s+well|in\s+(?:passing|particular|general|any\s+(?:way|form|sense)|so\s+many\s+words)|at\s+any\s+(?:point|time)|even\s+once|only\s+once)\b/giu;
/** The frame of a topic: "the word freedom", "the subject of Laos". */
const FRAMED =
  /\b(?:words?|names?|terms?|phrases?|expressions?)\s+(?=\p{L}|\p{N}|["'“‘«])|\b(?:subjects?|topics?|themes?|issues?|matters?|questions?|names?|words?|ideas?|concepts?)\s+of\s+/giu;
/** Words that are no thing and no name: adverbs, pronouns, prepositions, quantifiers. */
const NAMES_NOTHING = new Set(
  (
    "ever even never actually really also anywhere somewhere elsewhere nowhere explicitly directly specifically once " +
    "again already still yet too either neither nor please perhaps maybe though however " +
    "anything something nothing everything anyone someone anybody somebody everyone everybody nobody thing things one ones " +
    "himself herself itself themselves myself yourself yourselves ourselves oneself other others another else all both each every many most more much less few several such like besides beside apart " +
    "except beyond than because while during after before against among between through toward towards upon within " +
    "since until via per regarding concerning kind kinds sort sorts type types"
  ).split(" "),
);

/** More things than this are a text of their own. */
const MOST_THINGS = 8;
/** A thing of more words than this is a sentence of its own, no name. */
const LONGEST_TOPIC = 6;

/** The topic that a question asks about; undefined where it asks otherwise. */
export function topicOf(question: Question): Topic | undefined {
  const range = rangeOf(question.text);
  if (!range) return undefined;
  const { text } = question;
  const [from, to] = range;
  const inAside = withinSpans(asidesOf(text));
  const words = wordsOf(text.slice(0, to)).filter(
    (word) => !inAside(word) && word.start >= from && !NAMES_NOTHING.has(word.norm),
  );
  if (longestOf(text, from, words) > LONGEST_TOPIC) return undefined;
  // "Is Tacitus mentioned?" is no frame of saying, though it looks like "does Tacitus say".
  const framed = withinSpans(question.frame.filter(({ start, end }) => start >= from && end <= to));
  const content = words.filter((word) => stemsOf(word.norm).length > 0 && !framed(word));
  const things: { words: string[]; norms: string[] }[] = [];
  let last: number | undefined;
  for (const { norm, start, end } of content) {
    if (last === undefined || parted(text.slice(last, start))) things.push({ words: [], norms: [] });
    const bare = norm.replace(/'s$/, "");
    things.at(-1)?.words.push(text.slice(start, end).replace(/['’ʼ]s$/i, ""));
    things.at(-1)?.norms.push(bare);
    last = end;
  }
  const [first, ...more] = things;
  if (things.length > MOST_THINGS) return undefined;
  return (
    first && { things: [first, ...more], onlyWhether: WHETHER.test(text) && !KIND.test(text.slice(from, to)) }
  );
}

function rangeOf(text: string): readonly [number, number] | undefined {
  for (const pattern of ASKS_ABOUT) {
    const range = pattern.exec(text)?.indices?.[1];
    if (range) return range;
  }
  return undefined;
}

/** How many of the words, from the offset `from` on, stand together as one thing at most. */
function longestOf(text: string, from: number, words: readonly Word[]): number {
  let longest = 0;
  let count = 0;
  let last = from;
  for (const { norm, start, end } of words) {
    count = parted(text.slice(last, start)) || /^(?:and|or|nor)$/u.test(norm) ? 0 : count + 1;
    longest = Math.max(longest, count);
    last = end;
  }
  return longest;
}

function asidesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [ASIDE, FRAMED].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}

/** Whether what stands between two words makes two things of them. */
function parted(between: string): boolean {
  return /[,;/&]|\b(?:and|or|nor)\b/iu.test(between);
}
