import type { Span } from "../span.js";
import { DROPPED } from "./mask-markup.js";

/** The block quotations of a text, and the text with their line prefixes dropped. */
export interface Blocks {
  readonly masked: string;
  /** From the first word's line to the end of the last one, a line of attribution left out. */
  readonly blocks: readonly Span[];
}

const PREFIX = /^[^\S\r\n]{0,3}(?:>[^\S\r\n]?)+/;
/** "> [!NOTE]": an alert box, nobody's words. */
const ALERT = /^\s*\[!\p{L}+\]/u;
const ATTRIBUTION = /^\s*(?:[—–―]|--?)\s*\S/u;

/** "{{quote|…|…}}" of wikis: the template's opening, and its words. */
const WIKI_QUOTE =
  /(\{\{\s*(?:block\s?|c|r)?quot(?:e|ation)\s*\|\s*(?:(?:1|text|quote)\s*=\s*)?)((?:[^{}|[\]]|\[\[[^[\]\n]{1,600}\]\]|\[(?!\[)|\](?!\])){1,20000})/gi;

/** Finds runs of lines that begin with ">", `<blockquote>` elements and wikis' quotes; `masked` is as long as the text. */
export function findBlocks(masked: string, original: string): Blocks {
  const blocks: Span[] = [];
  let text = "";
  let lines: { start: number; end: number }[] = [];
  const close = (): void => {
    const block = trimLines(text, lines);
    if (block) blocks.push(block);
    lines = [];
  };
  for (const match of masked.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    const [whole, line = ""] = match;
    const prefix = PREFIX.exec(line)?.[0];
    if (prefix === undefined) close();
    const start = text.length;
    text += prefix === undefined ? whole : DROPPED.repeat(prefix.length) + whole.slice(prefix.length);
    if (prefix !== undefined) lines.push({ start: start + prefix.length, end: start + line.length });
    if (whole === "") break;
  }
  close();
  for (const match of original.matchAll(
    /<(blockquote|q)\b[^<>]{0,500}>((?:(?!<\/?\1\b)[\s\S]){1,20000})<\/\1\s*>/gi,
  )) {
    const start = match.index + match[0].indexOf(">") + 1;
    const end = start + (match[2] as string).length;
    if (/\S/.test(text.slice(start, end).replaceAll(DROPPED, ""))) blocks.push({ start, end });
  }
  for (const match of original.matchAll(WIKI_QUOTE)) {
    const start = match.index + (match[1] as string).length;
    const end = start + (match[2] as string).length;
    if (/\S/.test(text.slice(start, end).replaceAll(DROPPED, ""))) blocks.push({ start, end });
  }
  return { masked: text, blocks: blocks.sort((a, b) => a.start - b.start) };
}

function trimLines(text: string, lines: readonly Span[]): Span | undefined {
  const read = ({ start, end }: Span): string => text.slice(start, end).replaceAll(DROPPED, "");
  const filled = lines.filter((line) => read(line).trim() !== "");
  const [first] = filled;
  if (!first || ALERT.test(read(first))) return undefined;
  if (filled.length > 1 && ATTRIBUTION.test(read(filled.at(-1) as Span))) filled.pop();
  return { start: first.start, end: (filled.at(-1) as Span).end };
}
