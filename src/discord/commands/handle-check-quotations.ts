import { renderEssay } from "../../render/discord/render-essay.js";
import { prepareContext } from "../prepare-context.js";
import type { Handler } from "./handler.js";

/** The message menu "Check quotations": every quotation in the message is verified. */
export const handleCheckQuotations: Handler = async ({ source }, { interaction }) => {
  const report = await source.verifyEssay(interaction.target ?? "", { format: "markdown" });
  const quotes = report.quotations.flatMap(
    ({ check }) => check?.quotes ?? (check?.quote ? [check.quote] : []),
  );
  return renderEssay(report, await prepareContext(source, quotes));
};
