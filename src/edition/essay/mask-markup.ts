import { decodeEntity } from "./decode-entity.js";

/** Takes the place of a character that is markup, not text: dropped from a quotation, so that offsets hold. */
export const DROPPED = "\u0000";

export type EssayFormat = "markdown" | "text";

/** What is blanked out: nothing in it is a quotation. */
const BLANKED = {
  comment: /<!--[\s\S]*?(?:-->|$)/g,
  fence: /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[^\S\n]*$|$(?![\s\S]))/gm,
  frontMatter: /^---\r?\n[\s\S]*?\r?\n---[^\S\n]*$/my,
  definition: /^ {0,3}\[(?!\^)[^\]\n]+\]:[^\n]*$/gm,
  code: /(?<!`)(`+)(?!`)[^`\n](?:[^\n]|\n(?!\s*\n))*?(?<!`)\1(?!`)/g,
  image: /!\[[^\]\n]*\]\([^)\n]*\)/g,
  script: /<(script|style|pre|code)\b[^>]*>[\s\S]*?<\/\1\s*>/gi,
  url: /\b(?:https?|ftp):\/\/[^\s<>"“”«»]+/gi,
} as const;

/** Stand for an escaped asterisk and underscore while emphasis is dropped; private use, in no text. */
const ESCAPED = ["\uE000", "\uE001"] as const;

/** What is dropped: markup around or between the words of a text. */
const REMOVED = {
  footnote: /\[\^[^\]\n]{1,60}\]:?|\[@[^\]\n]{1,120}\]/g,
  /** "[[Cuba|events in Cuba]]" of wikis and notebooks. */
  wikiLink: /\[\[(?:[^[\]|\n]{1,300}\|)?(?=[^[\]|\n]{1,300}\]\])|(?<=\[\[[^[\]\n]{1,600})\]\]/g,
  /** A wiki's bold, and its italics around quotation marks. */
  wikiEmphasis: /'{3,5}|''(?=["“”„«»])|(?<=["“”„«»][.,;:!?]?)''/g,
  tag: /<\/?[a-z][^<>]{0,2000}>/gi,
  escape: /\\(?=[!-/:-@[-`{-~\r\n])/g,
  emphasis:
    /(?<![\s*])\*{1,3}|\*{1,3}(?![\s*])|(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])|~~/gu,
} as const;

/**
 * `text` at its own length, with code, comments, addresses and attributes blanked, and with the signs of
 * markup within running text turned into `DROPPED`. Plain text keeps all but comments and addresses.
 */
export function maskMarkup(text: string, format: EssayFormat): string {
  let masked = blank(blank(text, BLANKED.comment), BLANKED.url);
  if (format === "text") return masked;
  masked = blank(text, BLANKED.comment);
  for (const pattern of [
    BLANKED.frontMatter,
    BLANKED.fence,
    BLANKED.script,
    BLANKED.code,
    BLANKED.definition,
    BLANKED.image,
  ]) {
    masked = blank(masked, pattern);
  }
  masked = dropLinks(masked);
  masked = blank(masked, BLANKED.url);
  masked = masked.replace(/\\([*_])/g, (_, sign: string) => DROPPED + ESCAPED[sign === "*" ? 0 : 1]);
  for (const pattern of [
    REMOVED.footnote,
    REMOVED.wikiLink,
    REMOVED.wikiEmphasis,
    REMOVED.tag,
    REMOVED.escape,
    REMOVED.emphasis,
  ]) {
    masked = masked.replace(pattern, (found) => DROPPED.repeat(found.length));
  }
  masked = masked.replaceAll(ESCAPED[0], "*").replaceAll(ESCAPED[1], "_");
  return masked.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/gi, (whole) => {
    const sign = decodeEntity(whole);
    return sign === undefined ? whole : sign + DROPPED.repeat(whole.length - sign.length);
  });
}

/** "[text](address)" becomes "text". */
function dropLinks(text: string): string {
  return text.replace(
    /\[([^[\]\n]{1,500})\]\((?:[^()\n]|\([^()\n]*\)){0,2000}\)/g,
    (whole, inner: string) => DROPPED + inner + DROPPED.repeat(whole.length - inner.length - 1),
  );
}

function blank(text: string, pattern: RegExp): string {
  pattern.lastIndex = 0;
  return text.replace(pattern, (found) => found.replace(/[^\r\n]/g, " "));
}
