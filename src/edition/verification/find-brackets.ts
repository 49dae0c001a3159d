import type { Span } from "../span.js";

/** A pair of square brackets; `start`..`end` holds the brackets, too. */
export interface Bracket extends Span {
  /**
   * `words` an insertion, `part` letters within a word ("[t]he", "refugee[s]"), `sign` a note sign,
   * `letter` a single capital that is either a note sign or the word "A" or "I".
   */
  readonly kind: "words" | "part" | "sign" | "letter";
}

/** Longer contents are a bracketed passage rather than an insertion: their brackets are read as punctuation. */
const LONGEST = 300;
const BRACKET = new RegExp(`\\[([^\\[\\]]{1,${LONGEST}})\\]`, "gu");
const NOTE_SIGN = /^(?:\p{N}{1,3}|[*†‡§¶]{1,3}|(?:note|n\.?|fn\.?|nb|ref)\s?\p{N}{1,3}|citation needed)$/iu;
/** Letters that an editor adds at a word's end; any other single letter there is a note sign. */
const ENDING = /^(?:[dmnrsty]|['’]\p{Ll}{1,2}|\p{Ll}{2,})$/u;
const OMISSION = /^(?:snip|cut|omitted|omission|text omitted)$/i;
const LETTER = /[\p{L}\p{M}]/u;

/**
 * The square brackets of a quotation, classed. `labels` are the note signs that the sources are known to
 * carry. Brackets that hold no letter or figure (ellipses) are left to others.
 */
export function findBrackets(text: string, labels: ReadonlySet<string>): readonly Bracket[] {
  const brackets: Bracket[] = [];
  for (const match of text.matchAll(BRACKET)) {
    const content = (match[1] as string).trim();
    if (!/[\p{L}\p{N}*†‡§¶]/u.test(content) || OMISSION.test(content) || /^[*\s]+$/.test(content)) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    const before = LETTER.test(text.charAt(span.start - 1));
    const after = LETTER.test(text.charAt(span.end));
    brackets.push({
      ...span,
      kind: kindOf(content, before, after, /\S/.test(text.charAt(span.start - 1)), labels),
    });
  }
  return brackets;
}

function kindOf(
  content: string,
  letterBefore: boolean,
  letterAfter: boolean,
  attached: boolean,
  labels: ReadonlySet<string>,
): Bracket["kind"] {
  if (labels.has(content) && !letterAfter) return /^[AI]$/.test(content) && !attached ? "letter" : "sign";
  if (/^[\p{L}\p{M}'’]+$/u.test(content) && (letterAfter || (letterBefore && ENDING.test(content))))
    return "part";
  if (NOTE_SIGN.test(content) && (attached || !/^\p{N}+$/u.test(content))) return "sign";
  if (/^\p{L}$/u.test(content)) return /^[aAiIoO]$/.test(content) && !attached ? "letter" : "sign";
  return "words";
}
