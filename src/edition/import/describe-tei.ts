import type { SourceDescription } from "./describe-source.js";

/** An element of the header: its attributes as written, and what stands in it. */
interface Found {
  readonly attributes: string;
  readonly inside: string;
}

/**
 * What a TEI file's header says of it. Of several titles the document's own goes before that of its series; where
 * no author is named, the letter's sender is the author.
 */
export function describeTei(head: string): Omit<SourceDescription, "levels"> {
  const header = /<teiHeader[\s\S]*?(?:<\/teiHeader>|$)/.exec(head)?.[0] ?? "";
  const statement = elements(header, "titleStmt")[0]?.inside ?? "";
  const titles = elements(statement, "title").filter((one) => wordsOf(one.inside) !== "");
  const title =
    titles.find((one) => /\blevel=["']a["']/.test(one.attributes)) ??
    titles.find((one) => /\btype=["']main["']/.test(one.attributes)) ??
    titles.find((one) => !/\blevel=["']s["']/.test(one.attributes)) ??
    titles[0];
  const [author] = elements(statement, "author");
  const [sender, recipient] = [action(header, "sent"), action(header, "received")];
  const when =
    /\bwhen(?:-iso)?=["'](-?\d{4}[\d-]*)["']/.exec(sender ?? "")?.[1] ??
    /<creation[\s\S]*?\bwhen=["']([\d-]+)["']/.exec(header)?.[1];
  const language =
    /<text\b[^>]*\bxml:lang="([\w-]+)"/.exec(head)?.[1] ?? /<TEI\b[^>]*\bxml:lang="([\w-]+)"/.exec(head)?.[1];
  const said: Record<Exclude<keyof SourceDescription, "levels">, string | undefined> = {
    title: title && wordsOf(title.inside),
    author: author ? (personIn(author.inside) ?? spokenName(author.inside)) : personIn(sender ?? ""),
    date: when,
    addressee: personIn(recipient ?? ""),
    language,
  };
  return Object.fromEntries(Object.entries(said).filter(([, words]) => words !== undefined && words !== ""));
}

function action(header: string, type: string): string | undefined {
  return elements(header, "correspAction").find((one) =>
    new RegExp(`\\btype=["']${type}["']`).test(one.attributes),
  )?.inside;
}

const ASIDE = /<(idno|date|note)\b[\s\S]*?<\/\1>/g;
/** Behind a comma these are no forenames. */
const TITLE = /^(?:[JS]r|Esq|I{1,3}|IV|V)\b|(?:^|\s)(?:of|Count|Baron|Lord|Earl|Duke|Graf)\b/;

function personIn(inside: string): string | undefined {
  return ["persName", "name", "orgName"]
    .map((name) => elements(inside, name)[0])
    .flatMap((found) => (found ? [spokenName(found.inside)] : []))[0];
}

/** A name as it is spoken, of "Schnitzler, Arthur" "Arthur Schnitzler"; dates and numbers of catalogues aside. */
function spokenName(inside: string): string {
  const words = wordsOf(inside.replace(ASIDE, ""));
  const [, family, given] = /^(\p{L}[\p{L}\p{M} '’-]*), (\p{Lu}[\p{L}\p{M} .'’-]*)$/u.exec(words) ?? [];
  return family === undefined || given === undefined || TITLE.test(given) ? words : `${given} ${family}`;
}

/** The elements of a name that do not stand in one another. */
function elements(part: string, name: string): readonly Found[] {
  const pattern = new RegExp(`<${name}((?:\\s[^<>]*)?)(?:/>|>([\\s\\S]*?)</${name}>)`, "g");
  return [...part.matchAll(pattern)].map(([, attributes = "", inside = ""]) => ({ attributes, inside }));
}

function wordsOf(inside: string): string {
  return inside
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}
