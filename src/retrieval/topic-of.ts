import { type Word, wordsOf } from "../edition/words.js";
import { withinSpans } from "../edition/within-spans.js";
import { asksForKind, asksWhether, topicRange } from "./asks-about.js";
import { initialsIn } from "./initials.js";
import type { Question } from "./question.js";
import { stemsOf } from "./terms.js";

/** One of the things that a question asks about: "Germany or the Berlin Wall" are two. */
export interface Thing {
  /** Its words as they were asked, less those that carry nothing; initials without their stops. */
  readonly words: readonly string[];
  /** The same, normalised, without a possessive ending. */
  readonly norms: readonly string[];
  /** The question about this thing alone. */
  readonly question: string;
  /** Whether it is nothing but a correspondent's name. */
  readonly isCorrespondent: boolean;
}

/** The topic of a question about a topic ("Does he mention Germany?": Germany). */
export interface Topic {
  readonly things: readonly [Thing, ...Thing[]];
  /** Whether it is asked only if it is mentioned: wherever its words stand is an answer. */
  readonly onlyWhether: boolean;
  /** Whether one of a kind is asked for, whose name may be anything: "any general". */
  readonly ofKind: boolean;
}

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
  const { text } = question;
  const range = topicRange(text);
  if (!range) return undefined;
  const [from, to] = range;
  const inAside = withinSpans(asidesOf(text));
  const words = wordsWithInitials(text, to).filter(
    (word) => !inAside(word) && word.start >= from && !NAMES_NOTHING.has(word.norm),
  );
  if (longestOf(text, from, words) > LONGEST_TOPIC) return undefined;
  const onlyWhether = asksWhether(text, range);
  // "Is Tacitus mentioned?" is no frame of saying, though it looks like "does Tacitus say".
  const inside = question.frame.filter(({ start, end }) => start >= from && end <= to);
  const framed = withinSpans(inside.filter(({ isName }) => !isName || !onlyWhether));
  const named = withinSpans(inside.filter(({ isName }) => isName));
  const content = words
    .filter((word) => (word.initials !== undefined || stemsOf(word.norm).length > 0) && !framed(word))
    .map((word) => ({ ...word, isName: named(word) }));
  const groups: (typeof content)[] = [];
  let last: number | undefined;
  for (const word of content) {
    if (last === undefined || parted(text.slice(last, word.start))) groups.push([]);
    groups.at(-1)?.push(word);
    last = word.end;
  }
  if (groups.length > MOST_THINGS) return undefined;
  let before = from;
  const [first, ...more] = groups.map((group): Thing => {
    const end = group.at(-1)?.end ?? to;
    const said = text.slice(before, end).replace(/^(?:[\s,;/&]|(?:and|or|nor)\b)+/iu, "");
    before = end;
    // A correspondent's name beside other words tells no passage from another.
    const own = group.some(({ isName }) => !isName) ? group.filter(({ isName }) => !isName) : group;
    return {
      words: own.map(
        ({ start, end, initials }) => initials ?? text.slice(start, end).replace(/['’ʼ]s$/i, ""),
      ),
      norms: own.map(({ norm }) => norm.replace(/'s$/, "")),
      question: `${text.slice(0, from)}${said}${text.slice(to)}`,
      isCorrespondent: own.every(({ isName }) => isName),
    };
  });
  return first && { things: [first, ...more], onlyWhether, ofKind: asksForKind(text, range) };
}

/** The words of `text` before `to`; initials ("U.S.", "UN") are one word each. */
function wordsWithInitials(text: string, to: number): readonly TopicWord[] {
  const initials = initialsIn(text).filter(({ end }) => end <= to);
  const within = withinSpans(initials);
  const words: readonly TopicWord[] = wordsOf(text.slice(0, to)).filter((word) => !within(word));
  return [
    ...words,
    ...initials.map(({ start, end, letters }) => ({
      start,
      end,
      norm: letters.toLowerCase(),
      initials: letters,
    })),
  ].sort((a, b) => a.start - b.start);
}

interface TopicWord extends Word {
  /** The letters, where it is initials: "US". */
  readonly initials?: string;
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
