import { renderCheck } from "../../render/discord/render-check.js";
import { prepareContext } from "../prepare-context.js";
import type { Handler } from "./handler.js";

/** `/verify quotation`. Every work and edition is searched, whatever the server prefers. */
export const handleVerify: Handler = async ({ source }, { interaction }) => {
  const check = await source.verify(interaction.options["quotation"] ?? "");
  return renderCheck(check, await prepareContext(source, check.quotes ?? (check.quote ? [check.quote] : [])));
};
