import { createHash } from "node:crypto";
import { assembleWork } from "../../src/edition/assemble-work.js";
import type { ImportedText } from "../../src/edition/block.js";
import { importTei } from "../../src/edition/importers/tei/import-tei.js";
import { parseDeclaration } from "../../src/edition/parse-declaration.js";
import { QuothError } from "../../src/edition/quoth-error.js";
import type { Work } from "../../src/edition/work.js";
import { checkQuotes } from "./check-quotes.js";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads a TEI file as a corpus would and holds it to what its importer promises: no crash; every non-blank character
 * outside the markup in one block; every stretch what its original says; every quote a slice.
 * @returns what was made of it; undefined where it was refused, with line and column.
 */
export function checkTei(source: string): ImportedText | undefined {
  let imported: ImportedText;
  try {
    imported = importTei.extract(source, { authors: ["Ann Author"], file: "a.xml" });
  } catch (error) {
    if (
      error instanceof QuothError &&
      error.code === "corpus-invalid" &&
      /^a\.xml:\d+:\d+: /.test(error.message)
    )
      return undefined;
    throw error;
  }
  checkOrigin(source, imported);
  checkWhole(source, imported);
  checkQuotes(assembled(imported));
  return imported;
}

/** Each stretch decodes to its text, and they lie without a hole. */
export function checkOrigin(source: string, { text, origin }: ImportedText): void {
  const declared = declaredEntities(source);
  let at = 0;
  origin.forEach(([offset, start, end], i) => {
    const to = origin[i + 1]?.[0] ?? text.length;
    if (offset !== at || to <= offset || end < start) throw new Error(`stretch ${i} is out of order`);
    const [words, said] = [text.slice(offset, to), source.slice(start, end)];
    const isDecoded = words === said || words === decode(said, declared);
    const isSpace = !/\S/.test(words) && !/\S/.test(said);
    if (!isDecoded && !isSpace)
      throw new Error(`stretch ${i}: ${JSON.stringify(said)} became ${JSON.stringify(words)}`);
    at = to;
  });
  if (at !== text.length) throw new Error("the map ends before the text");
}

/** Every non-blank character outside markup, found by a reading of XML of its own, is in one stretch and one block. */
function checkWhole(source: string, { text, blocks, origin }: ImportedText): void {
  const wanted = characterData(source);
  const got = new Uint8Array(source.length);
  for (const [, start, end] of origin)
    for (let at = start; at < end; at += 1) got[at] = (got[at] as number) + 1;
  for (let at = 0; at < source.length; at += 1) {
    if (!/\S/.test(source.charAt(at))) continue;
    if (got[at] !== (wanted[at] ? 1 : 0))
      throw new Error(
        `${at}: ${JSON.stringify(source.slice(at, at + 30))} is taken ${String(got[at])} times`,
      );
  }
  const held = new Uint8Array(text.length);
  for (const { start, end } of blocks)
    for (let at = start; at < end; at += 1) held[at] = (held[at] as number) + 1;
  for (let at = 0; at < text.length; at += 1) {
    if (/\S/.test(text.charAt(at)) && held[at] !== 1)
      throw new Error(`${JSON.stringify(text.slice(at, at + 30))} is in ${String(held[at])} blocks`);
  }
}

/** Which characters are no markup, by one regular expression. */
function characterData(source: string): readonly boolean[] {
  const data = Array.from({ length: source.length }, () => true);
  const markup =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE(?:[^[>"']|"[^"]*"|'[^']*')*(?:\[(?:[^\]"'<]|"[^"]*"|'[^']*'|<!--[\s\S]*?-->|<)*\]\s*)?>|<(?:[^<>"']|"[^"]*"|'[^']*')*>/g;
  for (const match of source.matchAll(markup)) {
    const end = match.index + match[0].length;
    const [from, to] = match[1] === undefined ? [end, end] : [match.index + 9, end - 3];
    for (let at = match.index; at < end; at += 1) data[at] = at >= from && at < to;
  }
  return data;
}

function declaredEntities(source: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  for (const [, name = "", , value = ""] of source.matchAll(/<!ENTITY\s+(\S+)\s+(["'])(.*?)\2/g))
    if (!entities.has(name)) entities.set(name, value);
  return entities;
}

function decode(said: string, declared: ReadonlyMap<string, string>): string {
  const name = /^&(.+);$/.exec(said)?.[1];
  if (name === undefined) return said;
  if (name.startsWith("#"))
    return String.fromCodePoint(Number(name.startsWith("#x") ? `0${name.slice(1)}` : name.slice(1)));
  return ENTITIES[name] ?? decodeAll(declared.get(name) ?? "");
}

function decodeAll(value: string): string {
  return value.replace(/&#[^;]+;/g, (reference) => decode(reference, new Map()));
}

/** The work as a corpus would hold it, for its quotes. */
function assembled({ text, blocks }: ImportedText): Work {
  const declaration = parseDeclaration(
    "work.yaml",
    "id: fuzzed\ntitle: A Work\nauthor: Ann Author\nwitnesses: [{siglum: a, file: a.xml, format: tei}]\n",
  );
  const sha256 = createHash("sha256").update(text).digest("hex");
  return assembleWork(declaration, [{ text, sha256, path: "fuzzed/a.xml.txt", blocks }]);
}
