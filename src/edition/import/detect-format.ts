import { positionAt } from "../position-at.js";
import { QuothError } from "../quoth-error.js";
import type { FormatName } from "../importers/importers.js";

/** What is looked at of a file, characters. */
const HEAD = 100_000;
/** Signs of Markdown that make a text Markdown where its name does not say so. */
const ENOUGH_SIGNS = 2;
const FOREIGN: readonly (readonly [RegExp, string, string])[] = [
  [/^%PDF-/, "a PDF", "Take its text out first, for instance with: pdftotext -layout FILE"],
  [/^PK\u0003\u0004/, "a ZIP archive (DOCX, ODT, EPUB …)", "Export it as HTML or as plain text first."],
  [/^\{\\rtf/, "RTF", "Export it as HTML or as plain text first."],
  [/^\u00D0\u00CF\u0011\u00E0/, "an old Office document", "Export it as HTML or as plain text first."],
  [
    /^(?:\u0089PNG|\u00FF\u00D8\u00FF|GIF8|II\*\u0000|MM\u0000\*)/,
    "a picture",
    "Have its text recognised first, and import that.",
  ],
  [/^\u001F\u008B/, "compressed", "Unpack it first."],
];
const TEI = /<(?:\w+:)?(?:TEI|TEI\.2|teiCorpus)[\s>]|http:\/\/www\.tei-c\.org\/ns\/1\.0/;

/** @throws QuothError `usage` where bytes are those of no text at all. */
export function refuseForeign(file: string, bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const found = FOREIGN.find(([pattern]) => pattern.test(head));
  if (found)
    throw new QuothError("usage", `${file} is ${found[1]}, not a text.`, {
      remedy: found[2],
      data: { file },
    });
  if (bytes.length === 0)
    throw new QuothError("usage", `${file} is empty.`, {
      remedy: "Name a file that holds a text.",
      data: { file },
    });
}

/**
 * Tells by its content, and only in doubt by its name, what a file is: TEI P5, HTML, Markdown or plain text.
 * @throws QuothError `usage` with line and column for XML that is not TEI.
 */
export function detectFormat(file: string, text: string): FormatName {
  const head = text.slice(0, HEAD).replace(/^\uFEFF/, "");
  const opening = head.replace(/^(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->)+/, "");
  if (/^<!DOCTYPE\s+html|^<html[\s>]/i.test(opening)) return "html";
  const isXml = /^\s*<\?xml\s/.test(head) || /^<(?:!DOCTYPE\s|[A-Za-z_][\w.-]*:?[\w.-]*[\s>])/.test(opening);
  if (isXml && TEI.test(head)) return "tei";
  if (/^\s*<\?xml\s/.test(head)) {
    const at = text.indexOf(opening.slice(0, 20));
    const { line, column } = positionAt(text, Math.max(0, at));
    throw new QuothError("usage", `${file}:${line}:${column}: this is XML, but neither TEI P5 nor XHTML.`, {
      remedy: "Convert it to TEI or HTML first; or, if it is one of them, say so: --format tei",
      data: { file, line, column },
    });
  }
  const tags = head.match(
    /<\/?(?:p|div|br|body|head|h[1-6]|table|tr|td|ul|ol|li|span|font|em|strong|blockquote)\b[^<>]*>/gi,
  );
  if (isXml && (tags?.length ?? 0) > 0) return "html";
  const markdown = countMarkdown(head);
  if ((tags?.length ?? 0) > 3 * Math.max(1, markdown)) return "html";
  if (/\.(?:md|markdown|mdown)$/i.test(file)) return "markdown";
  return markdown >= ENOUGH_SIGNS ? "markdown" : "plain";
}

/** How many sorts of Markdown's signs a text shows that plain texts do not. */
function countMarkdown(head: string): number {
  const signs: readonly RegExp[] = [
    /^---[^\S\n]*\r?\n(?:[\w-]+:.*\r?\n)+[\s\S]*?^---[^\S\n]*$/m,
    /^#{1,6} \S.*$/m,
    /^\S.*\r?\n(?:={3,}|-{3,})[^\S\n]*$/m,
    /^\[\^[^\]\s]+\]:/m,
    /\S\[\^[^\]\s]+\]/,
    /\S\^\[[^\]\n]+\]/,
    /\[[^\]\n]+\]\((?:https?:|\/|#|\.)[^)\s]*\)/,
    /\*\*\S(?:[^*\n]*\S)?\*\*/,
    /^> \S/m,
    /^```/m,
    /^\|.*\|[^\S\n]*\r?\n\|[\s:|-]+\|[^\S\n]*$/m,
  ];
  // Front matter alone is proof enough.
  return signs.reduce((sum, sign, at) => sum + (sign.test(head) ? (at === 0 ? ENOUGH_SIGNS : 1) : 0), 0);
}
