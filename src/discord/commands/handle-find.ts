import { renderConcordance } from "../../render/discord/render-concordance.js";
import { prepareContext } from "../prepare-context.js";
import type { Handler } from "./handler.js";
import { scopeOf } from "./scope-of.js";

/** `/find words`: a concordance. */
export const handleFind: Handler = async ({ source }, { interaction, settings }) => {
  const { prefer } = scopeOf(source, settings);
  const found = await source.find(interaction.options["words"] ?? "", prefer === undefined ? {} : { prefer });
  return renderConcordance(found, await prepareContext(source, []));
};
