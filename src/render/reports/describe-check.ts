import { describeTranslation } from "../../edition/translation.js";
import type { Check, Difference } from "../../edition/verification/check.js";
import { cutBetweenCharacters } from "./cut-between-characters.js";

/** One line that says what a check found, without its differences; quotation marks hold the source's words only. */
export function describeCheck(check: Check): string {
  const { verdict, reference = "", voice = "", layer } = check;
  const editors = check.explanations.includes("mixed-layers")
    ? "Not all of these are the author's words"
    : "These are not the author's words";
  const whose =
    layer === undefined || layer === "text" ? whoseText(check) : ` ${editors}: ${layer} by ${voice}.`;
  const witnesses = check.witnesses.length > 0 ? ` (${check.witnesses.join(", ")})` : "";
  switch (verdict) {
    case "exact":
      return `exact: ${reference}${witnesses}.${whose}`;
    case "exact-normalized":
      return `exact but for typography: ${reference}${witnesses}.${whose}`;
    case "elided":
      return `faithful, with what it leaves out or puts in marked: ${reference}${witnesses}.${whose}`;
    case "altered":
      return `altered: ${reference}. ${differencesLine(check)}${whose}`;
    case "absent":
      if (check.explanations.includes("no-words")) return "absent: there is no word in it.";
      return `absent: nothing in ${check.searched.words} words of ${check.searched.works.join(", ")} (${check.searched.layers.join(", ")}) is close.`;
  }
}

/** Who says it, where it is not the author; and that it is a translation. */
function whoseText({ voice, quote, explanations }: Check): string {
  if (!quote || voice === undefined) return "";
  const said = voice === quote.author || quote.author === undefined ? "" : ` ${voice} says this.`;
  const other = explanations.includes("another-voice")
    ? ` It is ${voice} who says this, not the voice that was asked for.`
    : said;
  return `${other}${quote.translation ? ` The words are ${describeTranslation(quote.translation)}.` : ""}`;
}

/** The differences that matter, in one line. */
function differencesLine({ differences, explanations }: Check): string {
  const told = differences
    .filter(({ kind }) => kind !== "typography" && kind !== "marker")
    .map(describeDifference);
  const why = explanations.flatMap((code) => WHY[code] ?? []);
  return [
    ...why,
    told.length > 0
      ? `${told.slice(0, MOST_TOLD).join("; ")}${told.length > MOST_TOLD ? `; and ${told.length - MOST_TOLD} more` : ""}.`
      : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** Differences told in one line; the JSON has all. */
const MOST_TOLD = 6;

const WHY: Readonly<Partial<Record<Check["explanations"][number], string>>> = {
  "ellipsis-swallows-negation": "The ellipsis leaves out a negation.",
  "ellipsis-grafts-sentences": "The ellipsis joins two sentences as if they were one.",
  "ellipsis-joins-layers": "The ellipsis joins the author's words with an editor's.",
  "insertion-changes-sense": "The words in brackets change the sense.",
  "mixed-layers": "Author's and editor's words stand in it together.",
};

/** "can, where the source has “cannot” (negation)": quotation marks hold the source's words only. */
export function describeDifference({ kind, expected, found, flags }: Difference): string {
  const about = flags.length > 0 ? ` (${flags.join(", ")})` : "";
  const [source, typed] = [quoteSource(expected), shorten(found)];
  switch (kind) {
    case "insertion":
      return expected === "" ? `added: ${typed}${about}` : `${typed} put for ${source}${about}`;
    case "deletion":
      return `left out: ${source}${about}`;
    case "substitution":
      return `${typed}, where the source has ${source}${about}`;
    case "spelling":
      return `${typed}, which the source spells ${source}`;
    case "order":
      return `${typed}, where the order of the source is ${source}${about}`;
    case "ellipsis":
      return expected === ""
        ? "the ellipsis leaves out nothing"
        : `the ellipsis leaves out ${source}${about}`;
    case "marker":
      return `${typed} is the edition's note sign`;
    case "typography":
      return `${typed}, which the source prints ${source}`;
  }
}

/** Characters told of either end of a long difference. */
const HALF = 60;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  const [head, tail] = halvesOf(line);
  return tail === undefined ? head : `${head} … ${tail}`;
}

/** Two slices of the source rather than one with a gap in it. */
function quoteSource(text: string): string {
  const [head, tail] = halvesOf(text);
  return tail === undefined ? `“${head}”` : `“${head}” … “${tail}”`;
}

/** Either end of a long text; a short one whole. */
function halvesOf(text: string): readonly [head: string, tail?: string] {
  if (text.length <= 2 * HALF + 5) return [text];
  return [
    text.slice(0, cutBetweenCharacters(text, HALF)),
    text.slice(cutBetweenCharacters(text, text.length - HALF)),
  ];
}
