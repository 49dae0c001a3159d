import { type Element, isTag } from "domhandler";

/** Elements that begin and end a block. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre section summary " +
    "table tbody td tfoot th thead title tr ul"
  ).split(" "),
);
export const HEADINGS = /^h([1-6])$/;

/** A cell of a table of data goes on in its row; one that holds paragraphs is there for the page's looks. */
export function isCell(element: Element): boolean {
  return (
    (element.name === "td" || element.name === "th") &&
    !element.children.some((child) => isTag(child) && BLOCKS.has(child.name))
  );
}
