import type { Span } from "../span.js";

/** Words by which an essay says that it quotes an edition rather than the author. */
const EDITORIAL =
  /\b(?:archives?|archivists?|editors?|editorial|edition|editor's|notes?|footnotes?|endnotes?|annotations?|annotators?|commentary|headings?|headlines?|titles?|titled|entitled|captions?|bylines?|datelines?|metadata|source note|markup|licen[cs]e|copyleft)\b/i;
/** Names too common to tell an editor by. */
const COMMON =
  /^(?:the|and|for|of|history|project|foreign|relations|united|states|department|university|press|john|presidency)$/i;

/**
 * Whether the essay says, in the sentence of the quotation (for a block: in the paragraph that leads up to
 * it), that the words are an edition's: by a word such as "archive", "editor", "note", "heading", "title", or
 * by a name of the edition's voice that is not the author's. Nothing cleverer, so that it can be predicted.
 */
export function namesEditor(
  essay: string,
  { start, end, kind }: Span & { readonly kind: "inline" | "block" },
  voice: string,
  authors: string,
): boolean {
  const before = essay.slice(Math.max(0, start - 1000), start);
  const after = essay.slice(end, end + 400);
  const paragraph = kind === "block" ? lastParagraph(before) : (before.split(/\n[^\S\n]*\n/).at(-1) ?? "");
  const sentence =
    kind === "block" ? paragraph : (paragraph.split(/(?<=[.!?]["”’)]?)\s+(?=\p{Lu})/u).at(-1) ?? "");
  const context = sentence + " " + (kind === "block" ? "" : (/^[^.!?\n]*/.exec(after)?.[0] ?? ""));
  const own = new Set(authors.toLowerCase().split(/[^\p{L}\p{N}.]+/u));
  if (EDITORIAL.test(withoutAuthorsNotes(context, own))) return true;
  const names = voice
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((name) => name.length > 3 && !own.has(name.toLowerCase()) && !COMMON.test(name));
  return names.some((name) => context.toLowerCase().includes(name.toLowerCase()));
}

/** "As Kennedy notes", "he also notes", "in his note to Khrushchev": it is the author who notes. */
function withoutAuthorsNotes(context: string, authors: ReadonlySet<string>): string {
  return context.replace(
    /([\p{L}\p{N}.]+)(['’]s?)?\s+((?:\p{L}+ly|also|even|further|then|once|and|but)\s+)?notes?\b/giu,
    (whole, word: string, possessive: string | undefined) => {
      const who = word.toLowerCase().replace(/\.$/, "");
      const isAuthor = authors.has(who) || PERSON.test(who) || (possessive === undefined && NOTING.test(who));
      return isAuthor ? word : whole;
    },
  );
}

/** Who notes, or whose note it is, where it is no edition's. */
const PERSON =
  /^(?:he|she|they|who|his|her|their|author|president|writer|speaker|sender|letter|message|speech)$/;
const NOTING = /^(?:also|further|rightly|correctly|famously)$/;

function lastParagraph(before: string): string {
  return (
    before
      .trimEnd()
      .split(/\n[^\S\n]*\n/)
      .at(-1) ?? ""
  );
}
