/** A heading's rank (1 is the highest) and words. */
export interface Headed {
  readonly level: number;
  readonly words: string;
}

const NUMBERED =
  /^(?:(?:the\s+)?(?:act|scene|book|part|chapter|canto|section|letter|sonnet|psalm|article|no|number)\b\.?\s*|§\s*)?(\d{1,4}|[ivxlcdm]{1,9})(?=[\s.,:;)\]—–-]|$)/i;
const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];
const DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/**
 * The labels of the divisions that each heading opens, outermost first. A heading that names its number ("Act II",
 * "Chapter the First", "3. Of Ships") is called by it; others are counted among their siblings, or, where siblings
 * are numbered, called after the last number with a letter ("0a" for a preface). A lone heading of the highest
 * rank at the very beginning is the title of the whole and opens no division.
 */
export function divisionLabels(headings: readonly Headed[]): readonly (readonly string[])[] {
  const top = Math.min(...headings.map((heading) => heading.level));
  const hasTitle = headings[0]?.level === top && headings.filter((one) => one.level === top).length === 1;
  const stack: { level: number; label: string }[] = [];
  const siblings = new Map<string, number[]>();
  const parents = headings.map(({ level }, at) => {
    while ((stack.at(-1)?.level ?? 0) >= level) stack.pop();
    const parent = stack.map((one) => one.label).join(".");
    stack.push({ level, label: String(at) });
    if (!(hasTitle && at === 0)) siblings.set(parent, [...(siblings.get(parent) ?? []), at]);
    return parent;
  });
  const own = new Map<number, string>();
  for (const members of siblings.values()) labelSiblings(members, headings, own);
  return parents.map((parent, at) => {
    const above = parent === "" ? [] : parent.split(".");
    return [...above.map(Number), at].flatMap((one) => own.get(one) ?? []);
  });
}

function labelSiblings(
  members: readonly number[],
  headings: readonly Headed[],
  own: Map<number, string>,
): void {
  const numbers = members.map((at) => numberOf((headings[at] as Headed).words));
  const numbered = numbers.some((one) => one !== undefined);
  const taken = new Set<string>();
  let last = 0;
  members.forEach((at, order) => {
    const number = numbers[order];
    let label = String(number ?? (numbered ? last : order + 1));
    if (number !== undefined) last = number;
    if ((numbered && number === undefined) || taken.has(label)) {
      let letter = 1;
      while (taken.has(`${label}${letterOf(letter)}`)) letter += 1;
      label += letterOf(letter);
    }
    taken.add(label);
    own.set(at, label);
  });
}

function numberOf(words: string): number | undefined {
  const ordinal = /\b(?:the\s+)?([a-z]+)\b\.?$/i.exec(words.split(/[.:—–]/)[0] ?? "")?.[1]?.toLowerCase();
  const spelt = ordinal === undefined ? -1 : ORDINALS.indexOf(ordinal);
  if (spelt !== -1 && words.split(/\s+/).length <= 3) return spelt + 1;
  const figure = NUMBERED.exec(words.trim())?.[1];
  if (figure === undefined) return undefined;
  if (/^\d/.test(figure)) return Number(figure);
  // "I" alone may be a word ("I go on"), and so may "mix": a numeral stands alone or in capitals.
  if (!/^[IVXLCDM]+$/.test(figure) && !/^[a-z]+\.?$/i.test(words.trim().split(/\s+/).at(-1) ?? ""))
    return undefined;
  return romanValue(figure);
}

/** The value of a Roman numeral, undefined where the letters make none: "IV" is 4, "mild" nothing. */
function romanValue(numeral: string): number | undefined {
  if (!/^m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})$/i.test(numeral)) return undefined;
  const digits = [...numeral.toLowerCase()].map((letter) => DIGITS[letter] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}

/** 1 → a, 26 → z, 27 → aa. */
function letterOf(count: number): string {
  const digit = String.fromCharCode(97 + ((count - 1) % 26));
  return count > 26 ? letterOf(Math.floor((count - 1) / 26)) + digit : digit;
}
