import { CITATION_STYLES, type CitationStyle } from "../../edition/citation/citation-style.js";
import { button } from "../../render/discord/passage-buttons.js";
import { renderCitation } from "../../render/discord/render-citation.js";
import type { ButtonHandler } from "./press.js";
import { staleButton } from "./pressed.js";

/** The styles that are one tap away; the others are for `/cite`. */
const NEAR_AT_HAND: Partial<Record<CitationStyle, string>> = {
  "chicago-note": "Chicago note",
  "chicago-bibliography": "Chicago bibliography",
  mla: "MLA",
  apa: "APA",
  bibtex: "BibTeX",
  ris: "RIS",
};

/** The passage's citation, with buttons for other styles. */
export const showCitation: ButtonHandler = async ({ source }, { quote, state }) => {
  const style = CITATION_STYLES.find((one) => one === state.argument);
  if (!style) throw staleButton();
  const citation = await source.cite(`${quote.reference}@${quote.witness}`, style);
  const others = Object.entries(NEAR_AT_HAND).filter(([one]) => one !== style);
  const buttons = others.flatMap(([one, name]) => button(quote, "cite", name, one) ?? []);
  return renderCitation(citation, buttons);
};
