import { languageName } from "../../edition/language.js";
import type { Answer } from "../../retrieval/answer.js";
import { nameSome } from "../../retrieval/name-some.js";
import { describeDeclared } from "../describe-declared.js";
import { renderQuote } from "./render-quote.js";
import type { TerminalStyle } from "./style.js";
import { visible } from "./wrap-text.js";

/** What quoth says when it does not answer; about the source, never about the content. */
const REASONS: Readonly<Record<Extract<Answer, { kind: "abstention" }>["reason"], string>> = {
  "not-in-source": "The source does not say.",
  "occurs-nowhere": "The source does not say: it occurs nowhere.",
  language: "Only questions in English are understood by this model.",
  "nothing-asked": "There is no question in that.",
  "which-work": "Several works are loaded, and the question does not say which of them it means.",
};

/** An Answer for the terminal: quotes, then what the editors note on them, apart; or the abstention. */
export function renderAnswer(answer: Answer, style: TerminalStyle): string {
  const { colors } = style;
  if (answer.kind === "abstention") {
    const head = colors.yellow([headOf(answer), ...asideOf(answer)].join("\n"));
    if (!answer.closest) return head;
    return [
      head,
      "",
      colors.dim("Closest passage, not offered as an answer:"),
      renderQuote(answer.closest, style, "  "),
    ].join("\n");
  }
  const [first, ...others] = answer.quotes.map((quote) => renderQuote(quote, style));
  const parts = [first ?? ""];
  // Best first: what comes after the first may answer, too, and says so.
  if (others.length > 0) parts.push([colors.dim("Other passages that may answer:"), ...others].join("\n\n"));
  if (answer.notes.length > 0) {
    const editors = [...new Set(answer.notes.map((note) => note.voice))].join(", ");
    parts.push(
      [
        colors.cyan(`Editorial notes by ${editors}:`),
        ...answer.notes.map((note) => renderQuote(note, style, "  ")),
      ].join("\n"),
    );
  }
  // Of several things asked for, those that are not there.
  if (answer.searched) parts.push(colors.yellow(`${provenAbsent(answer.searched, answer.question)}.`));
  return parts.join("\n\n");
}

/** Which works may be meant, and what could not be searched. */
function asideOf({
  works = [],
  unserved = [],
  declared,
}: Extract<Answer, { kind: "abstention" }>): readonly string[] {
  return [
    ...(declared ? [visible(describeDeclared(declared))] : []),
    ...(works.length === 0 ? [] : [`Name one, or give --work: ${visible(nameSome(works))}.`]),
    ...(unserved.length === 0
      ? []
      : [
          `What is in ${unserved.map((tag) => visible(languageName(tag))).join(", ")} was not searched: this model serves English. find, quote and verify do without it.`,
        ]),
  ];
}

/** "“Germany” occurs nowhere"; words that were not asked for side by side are told one by one. */
function nowhere(words: readonly string[], question: string): string {
  const phrase = words.join(" ");
  const told = question.toLowerCase().includes(phrase.toLowerCase()) ? [phrase] : words;
  const quoted = told.map((word) => `“${visible(word)}”`);
  return quoted.length > 1
    ? `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1) ?? ""} occur nowhere`
    : `${quoted[0] ?? ""} occurs nowhere`;
}

function headOf({
  reason,
  question,
  searched,
  closest,
  unserved,
}: Extract<Answer, { kind: "abstention" }>): string {
  if (reason === "language" && unserved && !closest)
    return "No text in a language that this model serves was asked.";
  if (!searched) return REASONS[reason];
  return `The source does not say: ${provenAbsent(searched, question)}.`;
}

function provenAbsent(
  { words, works, witnesses, layers }: NonNullable<Answer["searched"]>,
  question: string,
): string {
  const where = `${nameSome(works)}, editions ${nameSome(witnesses)}; layers ${layers.join(", ")}`;
  return `${nowhere(words, question)}, in no inflection (searched: ${where})`;
}
