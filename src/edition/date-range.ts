import { QuothError } from "./quoth-error.js";

/** The first and the last day that a date may mean, as sortable figures: 1863 is 18630101 to 18631231. */
export interface DateRange {
  readonly first: number;
  readonly last: number;
}

const DATE = /^(-?\d{1,4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Reads an ISO date, a year and month, or a year ("1863-11-19", "1863-11", "1863", "-0044"), or two of them with a
 * slash between ("1599/1601"); undefined for anything else ("about 1600").
 */
export function parseDateRange(date: string): DateRange | undefined {
  const ends = date.trim().split("/");
  if (ends.length > 2) return undefined;
  const [from, to = from] = ends.map(oneDate);
  return from && to && from.first <= to.last ? { first: from.first, last: to.last } : undefined;
}

function oneDate(text: string): DateRange | undefined {
  const match = DATE.exec(text.trim());
  if (!match) return undefined;
  const [year, month, day] = [match[1], match[2], match[3]].map((part) =>
    part === undefined ? undefined : Number(part),
  );
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day !== undefined && (day < 1 || day > 31)) return undefined;
  const figure = (m: number, d: number): number => (year ?? 0) * 10_000 + m * 100 + d;
  return { first: figure(month ?? 1, day ?? 1), last: figure(month ?? 12, day ?? 31) };
}

/** @throws QuothError `usage` where `date`, given as `option`, is none. */
export function requireDateRange(date: string, option: string): DateRange {
  const range = parseDateRange(date);
  if (range) return range;
  throw new QuothError("usage", `"${date}" is no date.`, {
    remedy: `Give ${option} a date such as 1863-11-19, 1863-11 or 1863.`,
  });
}
