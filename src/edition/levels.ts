/** How the passages of a work are counted: the names of the levels of its references, outermost first. */
export interface Scheme {
  /** Singular, lower case: ["act", "scene", "line"]. */
  readonly names: readonly string[];
  /** How many of them the divisions around a passage give. */
  readonly divisions: number;
  /**
   * Whether the last level runs on through all passages of a division, as the lines of a scene run on from speech to
   * speech; else the passages themselves are counted (paragraphs, stanzas) and the last level begins anew in each.
   */
  readonly runsOn: boolean;
}

export const DEFAULT_LEVELS = ["paragraph", "sentence"] as const;
/** Levels that a passage itself is, with what is counted inside it. */
const PASSAGES: ReadonlyMap<string, string> = new Map([
  ["paragraph", "sentence"],
  ["section", "sentence"],
  ["stanza", "line"],
  ["strophe", "line"],
  ["quatrain", "line"],
]);

/**
 * Reads the levels that a work names. A last level that is a passage has its sentences (or lines) below it; what
 * stands before "sentence", and a stanza before its lines, is the passage; everything else is a division.
 */
export function schemeOf(levels: readonly string[] | undefined): Scheme {
  const given = (levels ?? DEFAULT_LEVELS).map((name) => name.toLowerCase());
  const inner = PASSAGES.get(given.at(-1) ?? "");
  const names = inner === undefined ? given : [...given, inner];
  const [outer, last] = [names.at(-2), names.at(-1)];
  const counted =
    outer !== undefined && (last === "sentence" || (last === "line" && PASSAGES.get(outer) === "line"));
  return { names, divisions: counted ? names.length - 2 : names.length - 1, runsOn: !counted };
}

/**
 * A division's label as a level of a reference: "Act III" and "3" are both "3", "Prologue" is "prologue". A division
 * that is missing is "0", as editions of plays cite a chorus before the first scene (Henry V 2.0.1).
 */
export function levelOf(label: string | undefined): string {
  const plain = (label ?? "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const last = plain.split(" ").at(-1) ?? "";
  if (/^\d{1,6}[a-z]{0,3}$/.test(last)) return last.replace(/^0+(?=\d)/, "");
  const roman = romanNumber(last);
  if (roman !== undefined) return String(roman);
  const word = plain.replace(/[^\p{L}\p{N}]/gu, "").slice(0, LONGEST_NAME);
  if (word === "") return "0";
  // A name begins with a letter, or it would be read as a number, and is none of those that passages have.
  return /^\p{L}/u.test(word) && !RESERVED.test(word) ? word : `n${word}`.slice(0, LONGEST_NAME);
}

/** Letters of a division's name in a reference. */
export const LONGEST_NAME = 24;
const RESERVED = /^(?:opener|closer|note|heading|metadata)$/;
const ROMAN = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanNumber(text: string): number | undefined {
  if (text === "" || !ROMAN.test(text)) return undefined;
  return [...text].reduce((sum, sign, at) => {
    const [own, next] = [DIGITS[sign] ?? 0, DIGITS[text[at + 1] ?? ""] ?? 0];
    return own < next ? sum - own : sum + own;
  }, 0);
}

/** "act 3, scene 1, lines 56–60" of "3.1.56-60"; a level that is a name of its own stands alone ("prologue, line 4"). */
export function describeLevels({ names }: Scheme, path: string): string {
  const parts = path.split(".");
  return parts
    .map((part, at) => {
      const name = names[at];
      if (name === undefined || !/^\d/.test(part)) return part;
      const range = /^([^-]+)-([^-]+)$/.exec(part);
      const many = range !== null && range[1] !== range[2];
      return `${many ? plural(name) : name} ${many ? `${range[1] ?? ""}–${range[2] ?? ""}` : part}`;
    })
    .join(", ");
}

function plural(name: string): string {
  return /[sx]$/.test(name) ? `${name}es` : name.replace(/([^aeiou])y$/, "$1ie") + "s";
}
