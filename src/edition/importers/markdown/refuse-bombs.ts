import { positionAt } from "../../position-at.js";
import { QuothError } from "../../quoth-error.js";

/** A Markdown parser keeps all tokens of a file: some 100 bytes of memory for each of its characters. */
const LARGEST_MARKDOWN = 8 * 1024 * 1024;
/** Containers in containers, runs of backticks, emphasis signs in one paragraph: more than any prose has. */
const DEEPEST = 100;
const MOST_SIGNS = 5000;

/**
 * Refuses what would keep a Markdown parser busy for minutes: its time grows with the square of some counts.
 * @throws QuothError `corpus-invalid` with line and column.
 */
export function refuseBombs(file: string, text: string): void {
  if (text.length > LARGEST_MARKDOWN)
    refuse(file, text, 0, `is the beginning of more than ${LARGEST_MARKDOWN / 1024 / 1024} MiB of Markdown`);
  const nested = new RegExp(
    String.raw`(?:^|[\r\n])[^\S\r\n]*(?:(?:[>+*-]|\d{1,9}[.)])[^\S\r\n]*){${DEEPEST},}`,
  ).exec(text);
  if (nested)
    refuse(file, text, nested.index + nested[0].search(/\S/), "nests more quotes and lists than any text");
  const ticks = new RegExp(`\`{${DEEPEST},}`).exec(text);
  if (ticks) refuse(file, text, ticks.index, "is a run of backticks longer than any text's");
  refuseSigns(file, text);
}

function refuseSigns(file: string, text: string): void {
  let signs = 0;
  for (const match of text.matchAll(/(?:\r\n?|\n)[^\S\r\n]*(?=[\r\n])|[*_]+|\[\^?/g)) {
    signs = /^[\r\n]/.test(match[0]) ? 0 : signs + 1;
    if (signs > MOST_SIGNS)
      refuse(file, text, match.index, "is one of more emphasis signs and brackets than any paragraph has");
  }
}

function refuse(file: string, text: string, offset: number, what: string): never {
  const { line, column } = positionAt(text, offset);
  throw new QuothError(
    "corpus-invalid",
    `${file}:${line}:${column}: "${text.slice(offset, offset + 20)}" ${what}.`,
    {
      remedy: "If it is plain text, say format: plain in work.yaml; else split the file into several works.",
      data: { file, line, column, offset },
    },
  );
}
