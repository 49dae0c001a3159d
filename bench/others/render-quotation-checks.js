import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { table } from "../render-report.js";

/** What passed which check, as Markdown. */
export async function renderQuotationChecks({ about, sums, kinds }) {
  const file = fileURLToPath(new URL("../others-quotations.md", import.meta.url));
  const rows = Object.entries(kinds).sort(([, a], [, b]) => (a.expected < b.expected ? -1 : 1));
  const text = [
    "# Does a changed quotation pass?",
    `Written by \`npm run bench:others:quotations\`. The letter's mutants, as in quotations.md, put to the check by which verbatim-core ${about.version} (KRLabsOrg/verbatim-rag) decides whether a span that a language model gave back stands in the document. The document it is given is the paragraph that the mutant was made of: what a perfect retrieval would hand it. *Exact* is its default; *fuzzy* is \`span_match_mode="fuzzy"\` with its default threshold of ${about.threshold}.`,
    "*Passes* means: taken for a quotation of the source. For quoth: `exact`, `exact-normalized` or `elided`. What verbatim-core then shows in fuzzy mode is the document's own text at that place, not the changed words, so nothing false is printed; but nobody is told that the quotation had been changed, and its check cannot serve to verify one.",
    "The mutants were made together with quoth's judge, not with verbatim-core's; read what passes, not who wins.",
    table(
      [
        "the quotation is",
        "how many",
        "passes quoth",
        "passes exact",
        "passes fuzzy",
        "of these another text shown",
      ],
      Object.entries(sums).map(([expected, one]) => [expected, ...cellsOf(one)]),
    ),
    "## By kind",
    table(
      [
        "kind",
        "is",
        "how many",
        "passes quoth",
        "passes exact",
        "passes fuzzy",
        "of these another text shown",
      ],
      rows.map(([kind, one]) => [kind, one.expected, ...cellsOf(one)]),
    ),
  ].join("\n\n");
  return format(text, { ...(await resolveConfig(file)), parser: "markdown" });
}

function cellsOf({ total, quoth, exact, fuzzy, replaced }) {
  const of = (count) =>
    `${count.toLocaleString("en")} (${((100 * count) / Math.max(1, total)).toFixed(1)} %)`;
  return [total.toLocaleString("en"), of(quoth), of(exact), of(fuzzy), replaced.toLocaleString("en")];
}
