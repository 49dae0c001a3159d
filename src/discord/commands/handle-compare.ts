import { renderApparatus } from "../../render/discord/render-apparatus.js";
import type { Handler } from "./handler.js";
import { scopeOf } from "./scope-of.js";

/** `/compare [passage]`: what the editions have there, or everywhere. */
export const handleCompare: Handler = async ({ source }, { interaction, settings }) => {
  const { prefer } = scopeOf(source, settings);
  const passage = interaction.options["passage"]?.trim();
  return renderApparatus(
    await source.compare(passage === "" ? undefined : passage, prefer === undefined ? {} : { prefer }),
  );
};
