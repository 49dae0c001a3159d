import type { Work } from "../edition/work.js";
import { escapeName } from "./question.js";

/** Ways to call those who edited a text, and what they added to it. To take note of something is none. */
const EDITORIAL =
  /\b(?:editors?|editorial|archives?|archivists?|annotat\w+|commentar(?:y|ies)|(?:foot|end)-?notes?|headings?|(?:the|this|that|these|those|any|all|an?|whose|which|what)\s+notes?|notes?\s+(?:[a-z]|\d{1,4})(?![\p{L}\p{N}]))(?:['’]s)?/iu;

/** Whether a question is put to an editor, by what editors are called or by an edition's siglum. */
export function asksEditor(question: string, works: readonly Work[]): boolean {
  if (EDITORIAL.test(question)) return true;
  const sigla = works.flatMap(({ witnesses }) => witnesses.map(({ siglum }) => escapeName(siglum)));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sigla.join("|") || "(?!)"})(?![\\p{L}\\p{N}])`, "iu").test(
    question,
  );
}

const OF_NOTES = /\b(?:editors?|archives?|archivists?|annotat\w+|commentar(?:y|ies)|notes?)\b/iu;

/** Whether it is put to what an editor says in notes, rather than to headings or to an edition of the text. */
export function asksNotes(question: string): boolean {
  return OF_NOTES.test(EDITORIAL.exec(question)?.[0] ?? "");
}
