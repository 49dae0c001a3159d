import type { Concordance } from "../../edition/concordance.js";
import { LAYERS } from "../../edition/layer.js";
import { fitColumns } from "./display-width.js";
import type { TerminalStyle } from "./style.js";
import { visible } from "./wrap-text.js";

/** Columns of context on each side of the key word. */
const CONTEXT = 36;

/** A concordance for the terminal: the counts, then every hit with its key word in one column. */
export function renderConcordance(found: Concordance, { colors }: TerminalStyle): string {
  if (found.total === 0) return `“${visible(found.words)}” occurs in no edition.`;
  const counts = LAYERS.filter((layer) => found.byLayer[layer] > 0).map(
    (layer) => `${layer} ${found.byLayer[layer]}`,
  );
  const head = `“${visible(found.words)}”: ${found.total} ${found.total === 1 ? "occurrence" : "occurrences"} (${counts.join(", ")})`;
  const lines = found.hits.map(({ quote, start, end }) => {
    const flat = (text: string): string => visible(text).replace(/\n/g, " ");
    const before = fitColumns(flat(quote.text.slice(0, start)), CONTEXT, -1);
    const after = fitColumns(flat(quote.text.slice(end)), CONTEXT, 1);
    const spoken = quote.author === undefined || quote.voice === quote.author ? "" : ` (${quote.voice})`;
    const whose = quote.layer === "text" ? spoken : ` (${quote.layer}: ${quote.voice})`;
    return `${before}${colors.bold(flat(quote.text.slice(start, end)))}${after}  ${quote.reference} ${quote.witnesses.join(",")}${whose}`;
  });
  return [head, ...lines].join("\n");
}
