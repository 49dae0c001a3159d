/** Discord's limit for the address of a link is of this order; a longer one would be shown as text. */
const LONGEST = 512;

/** The line that leads to the published page of a passage; empty where there is none. Signs that end a link are encoded. */
export function readingLink(url: string | undefined): string {
  if (url === undefined || url.length > LONGEST) return "";
  const target = url.replace(
    /[()<>\\\s]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return `-# [Read it in context](<${target}>)`;
}
