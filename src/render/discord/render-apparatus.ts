import type { Apparatus, ApparatusEntry, Reading } from "../../edition/apparatus/apparatus.js";
import { ACCENTS } from "./accents.js";
import type { MessagePayload } from "./message-payload.js";
import { packCards } from "./pack-cards.js";
import { label } from "./quote-labels.js";
import { linesCard } from "./text-lines.js";

/** A lemma or reading of more words than this is named by its reference alone. */
const WORDS_AT_MOST = 14;
const READING_ROOM = 260;

/** Where the editions differ, one place a line, in the manner of critical editions. */
export function renderApparatus(apparatus: Apparatus): readonly MessagePayload[] {
  const [base, ...others] = apparatus.witnesses;
  const where = apparatus.reference === undefined ? "" : ` at ${label(apparatus.reference)}`;
  const heading = `**${label(apparatus.title)}**: where the editions differ${where}`;
  const key = [base, ...others].map(
    (witness, index) =>
      `-# ${label(witness?.siglum ?? "")}${index === 0 ? " (read first)" : ""}: ${label(witness?.publisher ?? witness?.title ?? "")}`,
  );
  if (apparatus.entries.length === 0) {
    const none =
      others.length === 0
        ? "Only one edition is loaded; there is nothing to compare."
        : "The editions do not differ here.";
    return packCards([{ accent: ACCENTS.neutral, texts: [heading, none, key.join("\n")], reference: "" }]);
  }
  const lines = apparatus.entries.map((entry) => line(entry, apparatus));
  const card = linesCard(
    ACCENTS.neutral,
    `${heading}\n${key.join("\n")}`,
    lines,
    (count) => `-# and ${count} more: name a passage to see them`,
  );
  return packCards([card]);
}

function line({ reference, lemma, readings }: ApparatusEntry, { work }: Apparatus): string {
  const path = reference.slice(work.length + 1);
  const said = readings.map((one) => reading(one, lemma.text)).join("; ");
  const base =
    lemma.text === "" ? "not there" : `${words(lemma.text)} (${label(lemma.witnesses.join(", "))})`;
  return `\`${path}\` ${base} | ${said}`;
}

function reading({ text, type, kind, witnesses, places }: Reading, lemma: string): string {
  const sigla = `(${label(witnesses.join(", "))}${kind === "accidental" ? ", spelling or punctuation only" : ""})`;
  if (type === "omission") return `not there ${sigla}`;
  const where = places[0]?.after ?? places[0]?.reference;
  if (type === "transposition" && text.trim() === lemma.trim())
    return `stands elsewhere, ${label(where ?? "")} ${sigla}`;
  return `${words(text)} ${sigla}`;
}

/** A reading as it stands, in italics; a long one is not cut but left to be looked up. */
function words(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const shown = label(line, READING_ROOM);
  if (line.split(" ").length > WORDS_AT_MOST || shown.endsWith("…")) return "a longer passage";
  return line === "" ? "a blank" : `*${shown}*`;
}
