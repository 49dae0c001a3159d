import type { Check } from "../verification/check.js";
import type { QuotationIndex } from "../verification/quotation-index.js";
import { verifyQuotation } from "../verification/verify-quotation.js";
import type { VerifyScope } from "../verification/verify-scope.js";
import { joinNames } from "../voice-of.js";
import { wordsOf } from "../words.js";
import { ESSAY_STATUSES, type EssayQuotation, type EssayReport, type EssayStatus } from "./essay-report.js";
import { type Enclosing, findEnclosing } from "./find-enclosing.js";
import { findQuotations } from "./find-quotations.js";
import type { FoundQuotation } from "./found-quotation.js";
import { ignoredLines } from "./is-ignored.js";
import type { EssayFormat } from "./mask-markup.js";
import { namesEditor } from "./names-editor.js";

/** Quotations of fewer words are titles, scare quotes and single terms: every text has them. */
const LEAST_WORDS = 4;

export interface EssayOptions {
  /** Named in the report as it is given. */
  readonly file?: string;
  readonly format?: EssayFormat;
  /** Checks quotations of fewer than four words, too. */
  readonly all?: boolean;
  /** Absent quotations fail. */
  readonly strict?: boolean;
  readonly scope?: VerifyScope;
}

/**
 * Checks every quotation of an essay. Altered quotations fail, and so do an editor's words that the essay does
 * not give to an edition; absent ones are another source's, unless `strict`.
 * @throws QuothError `unknown-work` or `unknown-witness` for a scope that is not loaded.
 */
export function checkEssay(index: QuotationIndex, essay: string, options: EssayOptions = {}): EssayReport {
  const isIgnored = ignoredLines(essay.split(/\r\n|\r|\n/));
  const found = findQuotations(essay, options.format ?? "markdown").map((one) =>
    settleTail(index, one, options.scope),
  );
  const silenced = found.map((one) => isIgnored(one.line, one.endLine));
  const checks = found.map((one, at) => {
    const short = wordsOf(one.text).length < (options.all ? 1 : LEAST_WORDS);
    return silenced[at] || short ? undefined : verifyQuotation(index, one.text, options.scope);
  });
  const enclosing = findEnclosing(found);
  const whole = enclosing.map(({ inner }, at) => judgedWhole(checks, inner, at));
  const quotations: EssayQuotation[] = [];
  found.forEach((one, at) => {
    const { outer, inner } = enclosing[at] as Enclosing;
    const check = withoutInner(index, one, found, checks, inner, checks[at], options.scope);
    // What stands in a quotation that the sources hold is judged with it.
    if (check && outer.some((k) => whole[k])) return;
    const status = statusOf(index, essay, one, silenced[at] === true, check);
    const failed =
      status === "altered" || status === "editors-words" || (status === "absent" && options.strict === true);
    const { tails: _tails, ...place } = one;
    quotations.push({ ...place, status, failed, ...(check ? { check } : {}) });
  });
  return summarise(quotations, options.file);
}

/** Where the sources hold only the later paragraphs of a quotation, its first mark lacked a partner. */
function settleTail(
  index: QuotationIndex,
  one: FoundQuotation,
  scope: VerifyScope | undefined,
): FoundQuotation {
  if (!one.tails) return one;
  const held = (text: string): boolean =>
    !["altered", "absent"].includes(verifyQuotation(index, text, scope).verdict);
  return held(one.text) ? one : (one.tails.find(({ text }) => held(text)) ?? one);
}

/** Whether the sources hold a quotation as a whole, or it is altered and none of its `inner` is one of its own. */
function judgedWhole(checks: readonly (Check | undefined)[], inner: readonly number[], at: number): boolean {
  const check = checks[at];
  if (!check || check.verdict === "absent") return false;
  return check.verdict !== "altered" || !inner.some((k) => isHeld(checks[k]));
}

function isHeld(check: Check | undefined): boolean {
  return check !== undefined && check.verdict !== "absent";
}

/**
 * Somebody else's words that quote the source ("He says that ‘the United States intends …’ and I agree") are
 * not an altered quotation of it: they are judged again without what they quote.
 */
function withoutInner(
  index: QuotationIndex,
  one: FoundQuotation,
  found: readonly FoundQuotation[],
  checks: readonly (Check | undefined)[],
  inner: readonly number[],
  check: Check | undefined,
  scope: VerifyScope | undefined,
): Check | undefined {
  if (check?.verdict !== "altered" || !inner.some((k) => isHeld(checks[k]))) return check;
  let rest = one.text;
  for (const k of inner) rest = rest.replace(found[k]?.text ?? "", " ");
  if (wordsOf(rest).length === 0) return check;
  const again = verifyQuotation(index, rest, scope);
  return again.verdict === "absent" ? { ...again, quotation: one.text } : check;
}

function statusOf(
  index: QuotationIndex,
  essay: string,
  one: FoundQuotation,
  silenced: boolean,
  check: Check | undefined,
): EssayStatus {
  if (silenced) return "ignored";
  if (!check) return "short";
  if (check.verdict === "absent") return "absent";
  if (check.verdict === "altered") return "altered";
  if (check.layer === "text") return "faithful";
  const work = index.works.find(({ id }) => id === check.quote?.work);
  return namesEditor(essay, one, check.voice ?? "", joinNames(work?.authors ?? []))
    ? "editors-words-named"
    : "editors-words";
}

function summarise(quotations: readonly EssayQuotation[], file: string | undefined): EssayReport {
  const counts = Object.fromEntries(ESSAY_STATUSES.map((status) => [status, 0])) as Record<
    EssayStatus,
    number
  >;
  for (const { status } of quotations) counts[status] += 1;
  const failures = quotations.filter(({ failed }) => failed).length;
  return {
    version: 1,
    ...(file === undefined ? {} : { file }),
    quotations: [...quotations],
    counts,
    found: quotations.length,
    checked: quotations.filter(({ check }) => check !== undefined).length,
    failures,
    failed: failures > 0,
  };
}
