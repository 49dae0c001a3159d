/**
 * A title between American quotation marks, with the mark that follows it inside: `“Title,”`. A title's
 * own double quotes become single ones.
 */
export function quoteTitle(title: string, mark: "" | "," | "." = ""): string {
  const inner = title
    .replace(/[“„«]|(^|[\s([])"/g, (_, before: string | undefined) => `${before ?? ""}‘`)
    .replace(/[”»"]/g, "’");
  return `“${withMark(inner, mark)}”`;
}

/** A part with its mark, drawn inside closing quotation marks. No stop follows ?, !, … or another stop; a comma does. */
export function withMark(part: string, mark: "" | "," | "."): string {
  if (mark === "" || (mark === "." && /[.?!…][”’]*$/.test(part))) return part;
  if (/[”]$/.test(part)) return `${part.slice(0, -1)}${mark}”`;
  return `${part}${mark}`;
}
