import { type ChildNode, type Element, isTag, isText } from "domhandler";

/** Longer lines are prose that happens to be broken, characters. */
const LONGEST_VERSE = 100;
/** Two lines may be an address or a signature; three that are all short are verse. */
const FEWEST_LINES = 3;
const PLAIN = new Set([
  "br",
  "a",
  "b",
  "i",
  "em",
  "strong",
  "span",
  "small",
  "sup",
  "sub",
  "u",
  "cite",
  "font",
]);

/** Whether an element's text is broken into short lines by `<br>`, without a paragraph in it. */
export function isVerse(element: Element): boolean {
  const lines: number[] = [0];
  const measure = (node: ChildNode): void => {
    if (isText(node)) lines[lines.length - 1] = (lines.at(-1) ?? 0) + node.data.trim().length;
    if (!isTag(node)) return;
    // What holds a paragraph is no line of verse, however short.
    if (!PLAIN.has(node.name)) lines.push(LONGEST_VERSE + 1);
    else if (node.name === "br") lines.push(0);
    else node.children.forEach(measure);
  };
  element.children.forEach(measure);
  if (lines.at(-1) === 0) lines.pop();
  return lines.length >= FEWEST_LINES && lines.every((length) => length > 0 && length <= LONGEST_VERSE);
}
