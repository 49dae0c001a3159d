import type { Check, Verdict } from "../../edition/verification/check.js";
import { describeTranslation } from "../../edition/translation.js";
import { describeDifference } from "../reports/describe-check.js";
import { ACCENTS } from "./accents.js";
import type { MessagePayload } from "./message-payload.js";
import { packCards } from "./pack-cards.js";
import type { Card } from "./quote-cards.js";
import { label } from "./quote-labels.js";
import { type RenderContext, buttonsFor, cardsOf } from "./render-context.js";

const VERDICTS: Readonly<Record<Verdict, string>> = {
  exact: "✅ **Exact.** Character for character as the source has it.",
  "exact-normalized": "✅ **The same words.** Only typography differs.",
  elided: "✅ **Faithful.** What it leaves out or puts in is marked, and does not change the sense.",
  altered: "⚠️ **Altered.** It is close to the source, but the words differ.",
  absent: "❌ **Absent.** Nothing in the source is close to these words.",
};

const EXPLANATIONS: Readonly<Record<Check["explanations"][number], string | undefined>> = {
  "not-the-authors-words": undefined,
  "another-voice": "It is not the one who was asked for that says this.",
  "mixed-layers": "The author's words and an editor's stand in it together.",
  "ellipsis-swallows-negation": "The ellipsis leaves out a negation.",
  "ellipsis-grafts-sentences": "The ellipsis joins two sentences as if they were one.",
  "ellipsis-joins-layers": "The ellipsis joins the author's words with an editor's.",
  "insertion-changes-sense": "The words in brackets change the sense.",
  "no-words": "It holds no word, so there is nothing to find.",
};

/** More than this are counted and not told. */
const DIFFERENCES_AT_MOST = 8;
const DIFFERENCE_ROOM = 340;
const QUOTATION_ROOM = 500;

/** What a check of one quotation found, above the source's own words. */
export function renderCheck(check: Check, context: RenderContext): readonly MessagePayload[] {
  return packCards(checkCards(check, context));
}

/** The verdict as a card of its own, then the passages as the source has them. */
export function checkCards(check: Check, context: RenderContext): readonly Card[] {
  const quotes = check.quotes ?? (check.quote ? [check.quote] : []);
  const author = quotes[0] && context.authorOf(quotes[0].work);
  const verdict: Card = {
    accent: accentOf(check),
    texts: [
      [VERDICTS[check.verdict], ...findings(check, author)].join("\n"),
      `-# Checked: ${label(check.quotation, QUOTATION_ROOM)}`,
    ],
    reference: "",
  };
  const source = quotes.flatMap((quote, index) =>
    cardsOf(quote, context, {
      ...(index === 0 ? { heading: "The source reads:", buttons: buttonsFor(quote, context) } : {}),
    }),
  );
  return [verdict, ...source];
}

function accentOf({ verdict, layer = "text" }: Check): number {
  if (verdict === "absent") return ACCENTS.abstention;
  return verdict === "altered" || layer !== "text" ? ACCENTS.altered : ACCENTS.faithful;
}

/** Whose words they are, where they are not the author's own, or not in their own language. */
function whose(
  { layer = "text", voice = "", verdict, quote }: Check,
  author = "the author",
): readonly string[] {
  if (verdict === "absent") return [];
  if (layer !== "text") return [`These are **${label(voice)}**’s words, **not by ${label(author)}**.`];
  return [
    ...(voice === author ? [] : [`**${label(voice)}** says this, in the work of ${label(author)}.`]),
    ...(quote?.translation
      ? [`These are a translator’s words: ${label(describeTranslation(quote.translation))}.`]
      : []),
  ];
}

function findings(check: Check, author: string | undefined): readonly string[] {
  const { searched, verdict } = check;
  const told = check.differences.filter(({ kind }) => kind !== "typography" && kind !== "marker");
  const crossed = new Set(check.crossings.map(({ kind }) => kind));
  return [
    ...whose(check, author),
    ...check.explanations.flatMap((code) => EXPLANATIONS[code] ?? []),
    ...told.slice(0, DIFFERENCES_AT_MOST).map((one) => `• ${difference(describeDifference(one))}`),
    ...(told.length > DIFFERENCES_AT_MOST ? [`• and ${told.length - DIFFERENCES_AT_MOST} more`] : []),
    ...(crossed.size > 0 ? [`It runs over the end of a ${[...crossed].join(" and of a ")}.`] : []),
    ...(verdict === "absent"
      ? [
          `-# Searched: ${searched.words} words of ${label(searched.works.join(", "))} in ${searched.witnesses.length} editions`,
        ]
      : []),
  ];
}

/** A line that would have to be cut could end inside a quotation: it is then left out for what it is. */
function difference(line: string): string {
  const shown = label(line, DIFFERENCE_ROOM);
  return shown.endsWith("…") && !line.endsWith("…") ? "a difference too long to be shown here" : shown;
}
