/** How far into a file its own heading reaches, and how much of a page its styles may take before, characters. */
const HEAD = 5_000;
const PAGE_HEAD = 60_000;

/** What a text's heading says in lines such as "Title: …" and "Author: …", as Project Gutenberg's do. */
export function labelledLines(source: string): { readonly title?: string; readonly author?: string } {
  const head = source
    .slice(0, PAGE_HEAD)
    .replace(/<(style|script|title)\b[^<]*(?:<(?!\/\1)[^<]*)*<\/\1>/gi, "")
    .replace(/<[^<>]*>/g, "")
    .slice(0, HEAD);
  const line = (label: string): string | undefined =>
    new RegExp(`^[\\s#*>]*${label}:[\\s*]*(\\S.{0,150}?)[\\s#*]*$`, "m").exec(head)?.[1];
  const [title, author] = [line("Title"), line("Author")];
  // One alone may be anything.
  return title === undefined || author === undefined ? {} : { title, author };
}
