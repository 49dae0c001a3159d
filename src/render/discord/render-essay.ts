import type { EssayQuotation, EssayReport, EssayStatus } from "../../edition/essay/essay-report.js";
import { ACCENTS } from "./accents.js";
import type { MessagePayload } from "./message-payload.js";
import { packCards } from "./pack-cards.js";
import type { Card } from "./quote-cards.js";
import { label } from "./quote-labels.js";
import { checkCards } from "./render-check.js";
import type { RenderContext } from "./render-context.js";
import { linesCard } from "./text-lines.js";

const STATUSES: Readonly<Record<EssayStatus, string>> = {
  faithful: "✅ faithful",
  altered: "⚠️ altered",
  "editors-words": "⚠️ an editor’s words, not the author’s",
  "editors-words-named": "✅ an editor’s words, and said to be",
  absent: "❌ not in this source",
  short: "▫️ too short to check",
  ignored: "▫️ left out, as its writer asked",
};

const QUOTATION_ROOM = 160;
/** As many passages as one can take in; the list above names them all. */
const SHOWN_IN_FULL = 3;

/** Every quotation of a message with its verdict, then those at fault beside what the source has. */
export function renderEssay(report: EssayReport, context: RenderContext): readonly MessagePayload[] {
  const { quotations } = report;
  if (quotations.length === 0) {
    return packCards([
      { accent: ACCENTS.neutral, texts: ["**No quotation was found in that message.**"], reference: "" },
    ]);
  }
  const [only] = quotations;
  if (quotations.length === 1 && only?.check) return packCards(checkCards(only.check, context));
  const list = linesCard(
    report.failed ? ACCENTS.altered : ACCENTS.faithful,
    `**${quotations.length} quotations, ${report.checked} checked**`,
    quotations.map(line),
    (count) => `-# and ${count} more`,
  );
  const faults = quotations.filter(({ failed }) => failed).slice(0, SHOWN_IN_FULL);
  return packCards([
    list,
    ...faults.flatMap(({ check }): readonly Card[] => (check ? checkCards(check, context) : [])),
  ]);
}

function line({ status, text, check }: EssayQuotation): string {
  const where = check?.reference === undefined ? "" : ` · ${label(check.reference)}`;
  return `${STATUSES[status]}${where}\n-# ${label(text, QUOTATION_ROOM)}`;
}
