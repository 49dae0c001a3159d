import { LONGEST_NAME } from "./levels.js";

/** A canonical passage reference, parsed: `jfk-1961-04-18:3.1-2@ucsb`. */
export interface Reference {
  readonly work?: string;
  /** The path of the first passage or sentence: ["3", "1"]. */
  readonly path: readonly string[];
  /** The path of the last one, of the same depth; equal to `path` where a single one is meant. */
  readonly last: readonly string[];
  readonly witness?: string;
}

const NUMBER = "\\d{1,6}[a-z]{0,3}";
/** The name of a division ("prologue.4"): it is one only with a number below it, for other words are words. */
const NAME = `(?!(?:opener|closer|note|heading|metadata)\\.)\\p{L}[\\p{L}\\p{N}]{0,${LONGEST_NAME - 1}}`;
const DIVISIONS = `(?:(?:${NUMBER}|${NAME})\\.){0,6}`;
const LAYER = "note\\.[\\p{L}\\p{N}*†‡]{1,12}|heading|metadata";
const FIRST = `(?:(?:${LAYER}|opener|closer|${NUMBER})(?:~\\d+)?(?:\\.${NUMBER})*|${DIVISIONS}(?:opener|closer)(?:~\\d+)?(?:\\.${NUMBER})*|(?:(?:${NUMBER}|${NAME})\\.){1,6}${NUMBER}(?:~\\d+)?)`;
const REFERENCE = new RegExp(
  `^(?:([\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*):|:)?(${FIRST})(?:\\s*[-–]\\s*(${NUMBER}(?:\\.${NUMBER})*))?(?:@([\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*))?$`,
  "iu",
);

/**
 * Parses a reference; undefined where `text` is none (then it may be words to look up). A work may be left
 * out ("3.1"), "¶" and blanks are forgiven, names of layers are read in any case.
 */
export function parseReference(text: string): Reference | undefined {
  const match = REFERENCE.exec(text.trim().replace(/¶\s*/u, ""));
  if (!match) return undefined;
  const [, work, first = "", range, witness] = match;
  const path = first
    .replace(/^(?:opener|closer|note|heading|metadata)/i, (name) => name.toLowerCase())
    .split(".");
  const tail = range?.split(".") ?? [];
  // "3.1-2" and "3.1-3.2" mean the same: the range end borrows the levels that it leaves out.
  const last = tail.length === 0 ? path : [...path.slice(0, path.length - tail.length), ...tail];
  if (last.length !== path.length) return undefined;
  return {
    ...(work === undefined ? {} : { work }),
    path,
    last,
    ...(witness === undefined ? {} : { witness }),
  };
}

/** The edition-neutral form that a Quote carries: "jfk-1961-04-18:3.1". */
export function formatReference(work: string, path: string): string {
  return `${work}:${path}`;
}
