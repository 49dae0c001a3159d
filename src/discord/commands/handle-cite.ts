import { CITATION_STYLES } from "../../edition/citation/citation-style.js";
import { QuothError } from "../../edition/quoth-error.js";
import { renderCitation } from "../../render/discord/render-citation.js";
import type { Handler } from "./handler.js";
import { scopeOf } from "./scope-of.js";

/** `/cite passage style`; a passage may be given by some of its words, for suggestions need not be picked. */
export const handleCite: Handler = async ({ source }, { interaction, settings }) => {
  const { passage = "", style: wanted = "" } = interaction.options;
  const style = CITATION_STYLES.find((one) => one === wanted);
  if (!style) {
    throw new QuothError("usage", "That is no style of citation that I know.", {
      remedy: `These are: ${CITATION_STYLES.join(", ")}.`,
    });
  }
  const scope = scopeOf(source, settings);
  const [quote] = (await source.quote(passage, { ...scope, limit: 1 })).quotes;
  if (!quote) {
    throw new QuothError("not-found", "Nothing stands under that reference or in those words.", {
      remedy: "Pick a passage from the suggestions, or name one such as 3.1.",
    });
  }
  return renderCitation(await source.cite(`${quote.reference}@${quote.witness}`, style));
};
