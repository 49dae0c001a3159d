import type { Quote } from "../quote.js";
import type { Work } from "../work.js";
import type { Citation } from "./citation.js";
import { CITATION_STYLES } from "./citation-style.js";
import { cite } from "./cite.js";

/** `quote` in every style there is for it: a link into the edition's page only where that has an address. */
export function citeInAllStyles(work: Work, quote: Quote): readonly Citation[] {
  const witness = work.witnesses.find(({ siglum }) => siglum === quote.witness);
  return CITATION_STYLES.filter((style) => style !== "text-fragment" || witness?.url !== undefined).map(
    (style) => cite(work, quote, style),
  );
}
