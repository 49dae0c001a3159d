/** A date as far as work.yaml gives one; free text ("ca. 1600") stays as it was written. */
export type CitationDate =
  | { readonly kind: "calendar"; readonly year: number; readonly month?: number; readonly day?: number }
  | { readonly kind: "literal"; readonly literal: string };

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
/** MLA 9 abbreviates the months of more than four letters. */
const MLA_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split(" ");

/** Reads "1961", "1961-04" and "1961-04-18"; a day that does not exist makes the whole a literal. */
export function parseDate(date: string): CitationDate {
  const literal: CitationDate = { kind: "literal", literal: date };
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return literal;
  const [year, month, day] = [match[1], match[2], match[3]].map((part) =>
    part === undefined ? undefined : Number(part),
  );
  if (year === undefined || year === 0) return literal;
  if (month === undefined) return { kind: "calendar", year };
  if (month < 1 || month > 12) return literal;
  if (day === undefined) return { kind: "calendar", year, month };
  return day < 1 || day > daysIn(year, month) ? literal : { kind: "calendar", year, month, day };
}

/** Chicago: "April 18, 1961", "April 1961", "1961". */
export function chicagoDate(date: CitationDate): string {
  if (date.kind === "literal") return date.literal;
  const { year, month, day } = date;
  if (month === undefined) return String(year);
  return `${MONTHS[month - 1] ?? ""} ${day === undefined ? "" : `${day}, `}${year}`;
}

/** MLA: "18 Apr. 1961". */
export function mlaDate(date: CitationDate): string {
  if (date.kind === "literal") return date.literal;
  const { year, month, day } = date;
  return [day, month === undefined ? undefined : MLA_MONTHS[month - 1], year]
    .filter((part) => part !== undefined)
    .join(" ");
}

/** APA: "1961, April 18"; "n.d." where work.yaml gives no date. */
export function apaDate(date: CitationDate | undefined): string {
  if (date === undefined) return "n.d.";
  if (date.kind === "literal") return date.literal;
  const { year, month, day } = date;
  if (month === undefined) return String(year);
  return `${year}, ${MONTHS[month - 1] ?? ""}${day === undefined ? "" : ` ${day}`}`;
}

/** The date in ISO 8601, to its own precision; undefined for a literal. */
export function isoDate(date: CitationDate | undefined): string | undefined {
  if (date?.kind !== "calendar") return undefined;
  const { year, month, day } = date;
  const two = (part: number): string => String(part).padStart(2, "0");
  return [String(year).padStart(4, "0"), ...[month, day].filter((part) => part !== undefined).map(two)].join(
    "-",
  );
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
