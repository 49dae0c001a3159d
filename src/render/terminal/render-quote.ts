import type { Quote } from "../../edition/quote.js";
import { describeTranslation } from "../../edition/translation.js";
import { describeLeaning } from "../describe-leaning.js";
import type { TerminalStyle } from "./style.js";
import { wrapText } from "./wrap-text.js";

/** A quote as a person reads it: the words, whose they are, where they stand, which editions read so. */
export function renderQuote(quote: Quote, { colors, width }: TerminalStyle, indent = ""): string {
  const own = quote.layer === "text";
  const place = own ? quote.reference : `${quote.reference}@${quote.witness}`;
  const label = own ? speaking(quote) : ` (${LABELS[quote.layer]})`;
  const editions = `${quote.witnesses.length === 1 ? "edition" : "editions"}: ${quote.witnesses.join(", ")}`;
  const words = wrapText(`“${quote.text}”`, width, `${indent}  `);
  return [
    own ? colors.bold(words) : words,
    wrapText(
      [`— ${quote.voice}${label}`, place, editions, ...translated(quote)].join(" · "),
      width,
      `${indent}  `,
    ),
    ...(quote.leansOn === undefined
      ? []
      : [colors.dim(wrapText(describeLeaning(quote.leansOn), width, `${indent}  `))]),
    colors.dim(wrapText(quote.citation, width, `${indent}  `)),
    ...(quote.url === undefined ? [] : [colors.dim(wrapText(quote.url, width, `${indent}  `))]),
  ].join("\n");
}

/** A voice that the author lets speak: the author wrote it, and says something else by it. */
function speaking({ voice, author }: Quote): string {
  return author === undefined || voice === author ? "" : ` (a voice in the work of ${author})`;
}

function translated({ translation }: Quote): readonly string[] {
  return translation ? [describeTranslation(translation)] : [];
}

const LABELS: Readonly<Record<Exclude<Quote["layer"], "text">, string>> = {
  note: "editor's note, not the author's words",
  heading: "editor's heading, not the author's words",
  metadata: "about the document, not the author's words",
};
