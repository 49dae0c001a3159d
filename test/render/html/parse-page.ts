import { type DefaultTreeAdapterTypes, parse } from "parse5";

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** A page as a browser's parser reads it. */
export interface Page {
  readonly elements: readonly Element[];
  withClass(name: string): readonly Element[];
  withId(id: string): Element | undefined;
}

export function parsePage(markup: string): Page {
  const elements: Element[] = [];
  const visit = (node: Node): void => {
    if ("tagName" in node) elements.push(node);
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parse(markup));
  const byId = new Map(elements.map((element) => [attribute(element, "id"), element]));
  return {
    elements,
    withClass: (name) =>
      elements.filter((element) => (attribute(element, "class") ?? "").split(" ").includes(name)),
    withId: (id) => byId.get(id),
  };
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

export function textContent(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textContent).join("") : "";
}
