import type { Work } from "../edition/work.js";
import { withinSpans } from "../edition/within-spans.js";
import { wordsOf, type Word } from "../edition/words.js";
import { stemsOf } from "./terms.js";

/** A question read: what it is about, less the frame that every question has ("what does he say about …"). */
export interface Question {
  readonly text: string;
  /** Words that carry the question, frame and stop words left out. */
  readonly content: readonly Word[];
  /** Stems of `content`, with duplicates. */
  readonly terms: readonly string[];
  /** Content words with a capital inside a sentence: names, mostly. */
  readonly names: readonly { readonly word: Word; readonly terms: readonly string[] }[];
  /** Ranges of `text` that belong to the frame and weigh nothing. */
  readonly frame: readonly FrameRange[];
}

interface FrameRange {
  readonly start: number;
  readonly end: number;
  /** Whether it is nothing but a correspondent's name. */
  readonly isName: boolean;
}

/** Ways to name the source itself rather than what it says. */
const SOURCE =
  "(?:the |this |that |his |her |their )?(?:letter|message|text|document|source|speech|address|passage|note|author|writer|speaker|president|chairman)";
export const SAYING =
  "(?:say|says|said|saying|write|writes|wrote|written|state|states|stated|mention|mentions|mentioned|mean|means|meant|tell|tells|told|think|thinks|thought|claim|claims|claimed|talk|talks|talked|speak|speaks|spoke|argue|argues|argued|believe|believes|describe|describes|described|discuss|discusses|discussed|refer|refers|referred|express|expresses|expressed)";

/**
 * Reads a question against the works it is put to. The names of their authors, and phrases such as "what does
 * the letter say about", weigh nothing in telling passages apart (measured: `quoth eval`), so they are marked
 * as frame.
 */
export function readQuestion(text: string, works: readonly Work[], framing = true): Question {
  const frame = framing ? frameOf(text, works) : [];
  const framed = withinSpans(frame);
  const words = wordsOf(text).filter((word) => !framed(word));
  const content = words.filter((word) => stemsOf(word.norm).length > 0);
  const names = content
    .filter(
      (word) =>
        /^\p{Lu}/u.test(text.slice(word.start)) &&
        /[\p{L}\p{N},;:)]\s+["'“‘(]?$/u.test(text.slice(0, word.start)),
    )
    .map((word) => ({ word, terms: stemsOf(word.norm) }));
  return { text, frame, content, names, terms: content.flatMap((word) => stemsOf(word.norm)) };
}

function frameOf(text: string, works: readonly Work[]): Question["frame"] {
  const names = namesOf(works);
  const who = `(?:he|she|they|it|${SOURCE}${names.map((name) => `|${escapeName(name)}`).join("")})`;
  const patterns = [
    new RegExp(
      `\\b(?:does|did|do|what|how|is|was)\\s+(?:the\\s+)?(?:president\\s+|author\\s+)?${who}(?:'s|’s)?\\s+(?:have\\s+to\\s+)?${SAYING}\\b(?:\\s+(?:about|of|on|that|regarding|concerning|to))?`,
      "giu",
    ),
    new RegExp(`\\b(?:according to|in|from|of)\\s+${SOURCE}(?:\\s+to\\s+\\p{L}+)?\\b`, "giu"),
    /\b(?:the|this|that)\s+(?:letter|message|text|document|source|telegram)(?:'s|’s)?\b/giu,
  ];
  // Among several authors a name tells passages apart, unless it is the one who speaks.
  const naming =
    names.length === 0 || severalAuthors(works)
      ? []
      : [
          new RegExp(
            `(?<![\\p{L}\\p{N}])(?:${names.map(escapeName).join("|")})(?:'s|’s)?(?![\\p{L}\\p{N}])`,
            "giu",
          ),
        ];
  const rangesOf = (pattern: RegExp, isName: boolean): FrameRange[] =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
      isName,
    }));
  return [
    ...patterns.flatMap((pattern) => rangesOf(pattern, false)),
    ...naming.flatMap((pattern) => rangesOf(pattern, true)),
  ];
}

function severalAuthors(works: readonly Work[]): boolean {
  return new Set(works.map(({ authors }) => authors.join("\n"))).size > 1;
}

/** Every way to name an author or an addressee: the text itself says "I" and "you". */
export function namesOf(works: readonly Work[]): readonly string[] {
  const people = works.flatMap((work) => [
    ...work.authors,
    ...(work.addressee === undefined ? [] : [work.addressee]),
  ]);
  return [...new Set(people.flatMap(nameForms))];
}

/** "John F. Kennedy" → the full name, the family name, the initials ("JFK"). */
export function nameForms(name: string): readonly string[] {
  const parts = name.split(/\s+/);
  const initials = parts.map((part) => part.charAt(0)).join("");
  return parts.length > 1
    ? [name, `${parts[0] ?? ""} ${parts.at(-1) ?? ""}`, parts.at(-1) as string, initials]
    : [name];
}

export function escapeName(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
}
