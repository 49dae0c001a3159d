import type { EssayQuotation } from "../../edition/essay/essay-report.js";
import { describeCheck } from "./describe-check.js";

/** What is to be said of one quotation of an essay, in one line; "" where it was not checked. */
export function describeEssayQuotation({ status, check }: EssayQuotation): string {
  if (!check) return "";
  if (status === "editors-words") {
    return `Editor's words given to the author: ${check.reference ?? ""} is ${check.layer ?? ""} by ${check.voice ?? ""}. Name the edition, or take the quotation out.`;
  }
  if (status === "altered")
    return `Altered quotation. ${describeCheck(check)} The source reads: “${check.quote?.text ?? ""}”`;
  if (status === "absent") return "Not in the source: nothing there is close to these words.";
  return describeCheck(check);
}
