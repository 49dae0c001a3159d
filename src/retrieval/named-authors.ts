import type { Work } from "../edition/work.js";
import { escapeName, nameForms, SAYING } from "./question.js";

/** The works by the authors that a question names. */
export interface NamedAuthors {
  readonly works: readonly Work[];
  /** Whether they are named as those who say it ("What does Lincoln say …"); else they may be what it is about. */
  readonly speak: boolean;
}

/** Initials of fewer letters are words too often. */
const SHORTEST_INITIALS = 3;

/**
 * Whose works a question is put to, where several authors are loaded: by those who are said to say, write or think,
 * or whose view it asks for; else by those who are named at all. Undefined where none is, or all are.
 */
export function namedAuthors(question: string, works: readonly Work[]): NamedAuthors | undefined {
  const names = [...new Set(works.flatMap(({ authors }) => authors))];
  if (names.length < 2) return undefined;
  const by = (test: (name: string) => boolean): readonly Work[] => {
    const meant = new Set(names.filter(test));
    return works.filter(({ authors }) => authors.some((name) => meant.has(name)));
  };
  const speaking = by((name) => saysIt(name).test(question));
  if (speaking.length > 0) return { works: speaking, speak: true };
  const named = by((name) => isNamed(name).test(question));
  return named.length === 0 || named.length === works.length ? undefined : { works: named, speak: false };
}

function saysIt(name: string): RegExp {
  const who = formsOf(name).map(escapeName).join("|");
  const own = `(?<![\\p{L}\\p{N}])(?:${who})`;
  return new RegExp(
    [
      // "What does Lincoln say", "does Lincoln ever mention", "Lincoln writes"
      `${own}\\s+(?:\\p{L}+\\s+){0,2}?${SAYING}\\b`,
      // "According to Lincoln", "written by Lincoln"
      `\\b(?:according to|by|view of|opinion of|words of)\\s+(?:${who})(?![\\p{L}\\p{N}])`,
      // "Lincoln's view of slavery", "in Lincoln's speech"
      `${own}(?:['’]s?)\\s+(?:view|opinion|position|stance|attitude|speech|address|letter|message|words|argument|advice|answer|account)s?\\b`,
      // "Lincoln on slavery"
      `^\\s*(?:${who})\\s+(?:on|about)\\b`,
    ].join("|"),
    "iu",
  );
}

function isNamed(name: string): RegExp {
  // As a name is written; "king" is not King.
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${formsOf(name).map(escapeName).join("|")})(?![\\p{L}\\p{N}])`,
    "u",
  );
}

function formsOf(name: string): readonly string[] {
  return nameForms(name).filter((form) => !/^\p{Lu}+$/u.test(form) || form.length >= SHORTEST_INITIALS);
}
