// The promise, checked from outside: a quote is what its file says, by the file's own bytes.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

const files = new Map();

function read(corpus, file) {
  const absolute = path.join(corpus, file);
  if (!files.has(absolute)) {
    const bytes = readFileSync(absolute);
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    files.set(absolute, { text, sha256: createHash("sha256").update(bytes).digest("hex") });
  }
  return files.get(absolute);
}

/**
 * @param {string} corpus
 * @param {import("../dist/quoth.js").Answer} answer
 * @returns {{ quotes: number, bad: string[] }} how many quotes were checked, and the references of those that differ
 */
export function badSlices(corpus, answer) {
  const quotes = [...answer.quotes, ...answer.notes, ...(answer.closest ? [answer.closest] : [])];
  const bad = quotes.filter((quote) => {
    const { text, sha256 } = read(corpus, quote.file);
    const cut = quote.spans.map(({ start, end }) => text.slice(start, end)).join("");
    return cut !== quote.text || sha256 !== quote.sha256 || quote.text === "";
  });
  return { quotes: quotes.length, bad: bad.map((quote) => quote.reference) };
}
