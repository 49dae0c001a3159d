/** Markup that may stand in a page as it is. Only `html` and `trusted` make it. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | undefined | false | readonly Part[];

/** A template whose text parts are escaped, as content or as double-quoted attributes; nothing else may be written in one. */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let out = fixed[0] ?? "";
  parts.forEach((part, at) => {
    const isAttribute = (fixed[at] ?? "").endsWith('="');
    out += render(part, isAttribute ? escapeAttribute : escapeHtml) + (fixed[at + 1] ?? "");
  });
  return { html: out };
}

/** Markup that quoth itself wrote: the style sheet and the script. */
export function trusted(markup: string): Html {
  return { html: markup };
}

/**
 * `text` such that a parser of HTML gives it back to the letter. A carriage return would be read as a line feed were it
 * not written as a reference. U+0000 is the one character that no page can hold; it becomes U+FFFD.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\0\p{Surrogate}]/gu, "\uFFFD")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\r/g, "&#13;");
}

function escapeAttribute(text: string): string {
  return escapeHtml(text).replace(/"/g, "&quot;");
}

function render(part: Part, escape: (text: string) => string): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "string") return escape(part);
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map((one) => render(one, escape)).join("");
}
