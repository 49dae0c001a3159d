import { createHash } from "node:crypto";
import { Parser } from "htmlparser2";
import { assembleWork } from "../../src/edition/assemble-work.js";
import type { OriginStretch } from "../../src/edition/block.js";
import { extractText } from "../../src/edition/importers/extract-text.js";
import { type FormatName, importers } from "../../src/edition/importers/importers.js";
import { parseDeclaration } from "../../src/edition/parse-declaration.js";
import { QuothError } from "../../src/edition/quoth-error.js";
import { checkQuotes } from "./check-quotes.js";
import { checkTei } from "./check-tei.js";

/**
 * Reads `source` as a corpus would and holds it to what every importer promises: no crash, every non-blank character
 * in one layer, every stretch of an extracted text what its original says, every quote a slice. A file may be
 * refused, with line and column; a character that an importer forgot is no refusal.
 * @returns whether the file was read, rather than refused.
 */
export function checkImport(format: FormatName, source: string): boolean {
  if (format === "tei") return checkTei(source) !== undefined;
  const declaration = parseDeclaration(
    "work.yaml",
    `id: fuzzed\ntitle: A Work\nauthor: Josiah Thorne\nwitnesses: [{siglum: a, file: a.txt, format: ${format}}]\n`,
  );
  try {
    const isParsed = !(format in importers);
    const extracted = isParsed
      ? extractText(format, source, { authors: ["Josiah Thorne"], file: "a.txt" })
      : undefined;
    const text = extracted?.text ?? source;
    if (extracted && format === "html") {
      checkOrigin(source, text, extracted.origin);
      checkPage(source, text);
    }
    const sha256 = createHash("sha256").update(text).digest("hex");
    const file = { text, sha256, path: "fuzzed/a.txt", ...(extracted ? { blocks: extracted.blocks } : {}) };
    checkQuotes(assembleWork(declaration, [file]));
    return true;
  } catch (error) {
    const isRefusal =
      error instanceof QuothError && error.code === "corpus-invalid" && /:\d+:\d+:/.test(error.message);
    if (isRefusal && !/belongs to (?:no layer|two passages)|in no place|ends nowhere/.test(error.message))
      return false;
    throw error;
  }
}

/** The text stands in the order of its source. */
function checkOrigin(source: string, text: string, origin: readonly OriginStretch[]): void {
  let at = 0;
  let from = 0;
  origin.forEach(([offset, start, end], i) => {
    const to = origin[i + 1]?.[0] ?? text.length;
    if (offset !== at || to <= offset || start < from || end < start)
      throw new Error(`stretch ${i} is out of order`);
    const [words, said] = [text.slice(offset, to), source.slice(start, end)];
    const isSame = words === said || (words === " " && /^\s+$/.test(said)) || said.startsWith("&");
    if (!isSame && !(start === end && !/\S/.test(words)))
      throw new Error(`stretch ${i}: ${JSON.stringify(said)} became ${JSON.stringify(words)}`);
    at = to;
    from = end;
  });
  if (at !== text.length) throw new Error("the map ends before the text");
}

/** By the parser alone, without a tree: the characters that a page shows, and no other, are in the text. */
function checkPage(source: string, text: string): void {
  const shown: string[] = [];
  let hidden = 0;
  const isCode = (name: string): boolean => name === "script" || name === "style" || name === "template";
  const parser = new Parser({
    onopentag(name) {
      if (isCode(name)) hidden += 1;
    },
    onclosetag(name) {
      if (isCode(name)) hidden -= 1;
    },
    ontext(words) {
      if (hidden === 0) shown.push(words);
    },
  });
  parser.write(source);
  parser.end();
  const bare = (words: string): string => words.replace(/\s+/g, "");
  if (bare(shown.join("")) !== bare(text)) throw new Error("the text is not what the page shows");
}
