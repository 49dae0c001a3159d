import type { Apparatus, ApparatusEntry, Reading } from "../../edition/apparatus/apparatus.js";

/** A lemma or reading of more words than this is shown by its first and last ones. */
const MOST_WORDS = 12;
const SHOWN_WORDS = 4;

/**
 * An apparatus in the manner of critical editions, one entry a line: `1.5 alongside] along side ucsb`.
 * Accidentals bear an asterisk after their siglum; what editions say in Latin is said in English. With a
 * list of sigla at the head. Plain text, without control characters.
 */
export function formatApparatus(apparatus: Apparatus): string {
  const sigla = apparatus.witnesses.map(({ siglum, title, publisher }, at) => {
    const named = [publisher, title].filter((part) => part !== undefined).join(", ");
    return `${siglum}${named === "" ? "" : `: ${named}`}${at === 0 ? " (base)" : ""}`;
  });
  const entries = apparatus.entries.map((entry) => formatEntry(entry, apparatus));
  const none =
    apparatus.witnesses.length < 2
      ? "Only one edition is loaded; there is nothing to compare."
      : "The editions do not differ here.";
  const key = apparatus.entries.some(({ readings }) => readings.some(isMarked))
    ? ["", "* spelling, case, punctuation or word division only"]
    : [];
  return printable([...sigla, "", ...(entries.length === 0 ? [none] : entries), ...key].join("\n"));
}

function formatEntry({ reference, lemma, readings }: ApparatusEntry, { work }: Apparatus): string {
  const path = reference.slice(work.length + 1);
  const said = readings.map((reading) => formatReading(reading, lemma.text, work)).join("; ");
  if (lemma.text === "")
    return `${path} ${lemma.after === undefined ? "before the first passage" : `after ${lemma.after.slice(work.length + 1)}`}: ${said}`;
  return `${path} ${abridge(lemma.text)}] ${said}`;
}

function formatReading(reading: Reading, lemma: string, work: string): string {
  const sigla = reading.witnesses.join(" ") + (isMarked(reading) ? "*" : "");
  if (reading.type === "omission") return `lacking ${sigla}`;
  if (reading.type === "addition" && lemma === "") return `added ${sigla}: ${abridge(reading.text)}`;
  const [place] = reading.places;
  const elsewhere = reading.type === "transposition" && place !== undefined && isSame(reading.text, lemma);
  if (!elsewhere)
    return `${abridge(reading.text)}${reading.type === "transposition" ? " (transposed)" : ""} ${sigla}`;
  const where =
    place.after === undefined
      ? `at ${place.reference.slice(work.length + 1)}`
      : `after ${place.after.slice(work.length + 1)}`;
  return `stands elsewhere (${where}) ${sigla}`;
}

function isMarked({ kind }: Reading): boolean {
  return kind === "accidental";
}

/** Moved words read the same where they stand, small differences apart, which have entries of their own. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return one.trim().split(/\s+/).length > 2 && plain(one) === plain(other);
}

function abridge(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length <= MOST_WORDS
    ? words.join(" ")
    : `${words.slice(0, SHOWN_WORDS).join(" ")} … ${words.slice(-SHOWN_WORDS).join(" ")}`;
}

function printable(text: string): string {
  return text.replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, "");
}
