const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "1961-04-18" as "April 18, 1961", "1961-04" as "April 1961"; anything else as it was given. */
export function formatDate(date: string): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date);
  const month = MONTHS[Number(match?.[2]) - 1];
  if (!match || month === undefined) return date;
  return match[3] === undefined
    ? `${month} ${match[1] ?? ""}`
    : `${month} ${Number(match[3])}, ${match[1] ?? ""}`;
}
