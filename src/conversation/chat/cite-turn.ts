import { cite } from "../../edition/citation/cite.js";
import type { CitationStyle } from "../../edition/citation/citation-style.js";
import type { ChatPort } from "./chat-port.js";
import type { Place } from "./conversation-state.js";
import type { Outcome } from "./outcome.js";
import { remark } from "./remark.js";
import { resolvePlace } from "./resolve-place.js";
import { pathOfQuote } from "./seen-sentences.js";
import { showAt } from "./show-at.js";

/** "Cite that in MLA": the citation of what was shown. */
export async function citeTurn(quoth: ChatPort, place: Place, style: CitationStyle): Promise<Outcome> {
  const [quote, ...more] = await showAt(quoth, place.work, place.witness, place.paths);
  const { work } = resolvePlace(quoth.sources(), place);
  if (!quote) return { remarks: [remark("no-such-passage", place.paths.join(", "))] };
  return {
    shown: { kind: "citation", citation: cite(work, quote, style) },
    remarks: more.length === 0 ? [] : [remark("first-only", pathOfQuote(quote))],
  };
}
