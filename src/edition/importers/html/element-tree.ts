import { type ChildNode, type Element, isTag, isText } from "domhandler";

/** Whether an element, or one around it, is of the set. */
export function within(element: Element, set: { has(one: Element): boolean }): boolean {
  for (let up: Element | undefined = element; up; up = parentOf(up)) if (set.has(up)) return true;
  return false;
}

/** The element around it; undefined at the top. */
export function parentOf(element: Element): Element | undefined {
  return element.parent && isTag(element.parent) ? element.parent : undefined;
}

/** All its words, as they are written. */
export function textOf(node: ChildNode): string {
  if (isText(node)) return node.data;
  return isTag(node) ? node.children.map(textOf).join("") : "";
}
