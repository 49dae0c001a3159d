import { selectAll } from "css-select";
import type { ChildNode, Document, Element } from "domhandler";
import { parentOf, textOf, within } from "./element-tree.js";
import { isSign } from "./note-signs.js";

const ROWS: ReadonlySet<string> = new Set(["li", "p", "tr", "dt", "dd", "div"]);
/** Fewer links in a row may be anything, more words are a paragraph that ends in one, characters. */
const FEWEST = 3;
const LONGEST = 160;

/**
 * The rows of a page's tables of contents: at least three beside one another whose words all lie in a link within the
 * page, or end in a page's number that is one. `signs` are those of notes.
 */
export function contentsRows(document: Document, signs: ReadonlyMap<Element, string>): readonly Element[] {
  const links = selectAll<ChildNode | Document, Element>("a[href^='#']", document);
  const beside = new Map<Element, Set<Element>>();
  for (const link of links) {
    const row = rowOf(link);
    const around = row && parentOf(row);
    if (!around || within(link, signs) || isSign(link) || !isContentsRow(textOf(row), textOf(link))) continue;
    const rows = beside.get(around) ?? new Set();
    beside.set(around, rows.add(row));
  }
  return [...beside.values()].filter((rows) => rows.size >= FEWEST).flatMap((rows) => [...rows]);
}

function rowOf(link: Element): Element | undefined {
  let up = parentOf(link);
  while (up && !ROWS.has(up.name)) up = parentOf(up);
  return up;
}

function isContentsRow(row: string, link: string): boolean {
  const [whole, linked] = [row.trim(), link.trim()];
  if (linked === "" || whole.length > LONGEST || !whole.endsWith(linked)) return false;
  const before = whole.slice(0, -linked.length);
  const isPage = /^(?:\d{1,4}|[ivxlc]{1,7})$/i.test(linked);
  return isPage ? /\p{L}/u.test(before) : !/\p{L}{2}/u.test(before.replace(/^[ivxlc]+\b/i, ""));
}
