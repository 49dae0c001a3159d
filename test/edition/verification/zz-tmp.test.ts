import { test } from "vitest";
import { assembleWork } from "../../../src/edition/assemble-work.js";
import { buildQuotationIndex } from "../../../src/edition/verification/quotation-index.js";
import { verifyQuotation } from "../../../src/edition/verification/verify-quotation.js";
import { findQuotations } from "../../../src/edition/essay/find-quotations.js";
import { checkEssay } from "../../../src/edition/essay/check-essay.js";
function plainIndex(text: string) {
  const witness = { siglum: "a", file: "a.txt", format: "plain" as const, language: "en" };
  const file = { text, sha256: "0".repeat(64), path: "w/a.txt" };
  return buildQuotationIndex([assembleWork({ id: "w", title: "W", author: ["X"], witnesses: [witness] }, [file])]);
}
test("x", () => {
  const src = "This is a modern[vague] statement of it, with [sic] errors and refugee[s] in camps[3] there. Also [omitted] words [by whom?] stand. The word 'And' (Mongolian: anda) means friend. Hope[*] is naturally [Cuban] here. One [two.\n\nThree] four five six.";
  const i = plainIndex(src);
  for (const q of ["a modern[vague] statement of it", "A Modern[vague] statement of it","a modern [vague] statement","modern[vague] statement ... errors and refugee[s] in camps", "modern statement of it", "with [sic] errors", "refugee[s] in camps[3] there", "Also [omitted] words [by whom?] stand","Also [omitted] Words [by whom?] stand", "'[A]nd' (Mongolian: anda)", "[A]nd' (Mongolian: anda) means", "[A]nd (Mongolian: anda)", "And' (Mongolian: anda)", "Hope[*] is naturally", "hope[*] is naturally", "hope[*] Is naturally [Cuban] here", "One [two.\n\nThree] four five", "a modern[vague] statement of [all] it", "is naturally [not] here", "word '[A]nd' (Mongolian", "The word ‘[A]nd’ (Mongolian"]) {
    const c = verifyQuotation(i, q);
    console.log(JSON.stringify(q), c.verdict, c.differences.map(d=>`${d.kind}:${d.expected}>${d.found}`).join(" | "));
  }
  for (const sep of [" ", "\n\n"]) {
  const essay = Array.from({length:4000},(_,k)=>`He said "word${k} another thing of it all again and".`).join(sep);
  let s=performance.now(); findQuotations(essay); console.log(essay.length, "find", performance.now()-s);
  s=performance.now(); checkEssay(i, essay); console.log("check", performance.now()-s);
  }
});
