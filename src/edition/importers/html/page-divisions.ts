import { type ChildNode, type Document, type Element, isDocument, isTag } from "domhandler";
import { divisionLabels } from "../division-labels.js";
import { HEADINGS } from "./block-elements.js";
import type { PageRoles } from "./page-roles.js";
import { textOf } from "./element-tree.js";

/** The divisions that the article's headings open. */
export function pageDivisions(document: Document, roles: PageRoles): ReadonlyMap<Element, readonly string[]> {
  const headings: Element[] = [];
  const collect = (node: ChildNode | Document, inside: boolean): void => {
    if (!isTag(node) && !isDocument(node)) return;
    const within = inside || roles.article.size === 0 || (isTag(node) && roles.article.has(node));
    if (isTag(node) && (roles.chrome.has(node) || roles.notes.has(node))) return;
    if (within && isTag(node) && HEADINGS.test(node.name)) headings.push(node);
    for (const child of node.children) collect(child, within);
  };
  collect(document, false);
  const labels = divisionLabels(
    headings.map((one) => ({ level: Number(one.name.charAt(1)), words: textOf(one).trim() })),
  );
  return new Map(headings.map((one, at) => [one, labels[at] ?? []]));
}
