import { parser } from "@odiffey/discord-markdown";

interface Node {
  readonly type: string;
  readonly content?: unknown;
  readonly items?: unknown;
}

/**
 * What a reader sees of Discord Markdown, by a renderer of other makers, of a text whose signs should all be
 * literal: undefined where any of them formats something.
 */
export function seenLiterally(markdown: string): string | undefined {
  const nodes = parser(markdown) as Node[];
  return nodes.every(({ type }) => type === "text" || type === "br" || type === "newline")
    ? textOf(nodes)
    : undefined;
}

/** What the renderer itself does to white space before it looks at anything: no matter of escaping. */
export function renderedWhiteSpace(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/\f/g, "").replace(/\t/g, "    ");
}

/** The words inside the quote blocks of a message's texts, as seen, without direction isolates around them. */
export function quotedWords(texts: readonly string[]): readonly string[] {
  return texts
    .map((text) => parser(text) as Node[])
    .filter((nodes) => nodes[0]?.type === "blockQuote")
    .map((nodes) => textOf(nodes).replace(/^\u2068([^]*)\u2069$/, "$1"));
}

function textOf(node: unknown): string {
  if (typeof node === "string") return node;
  if (Array.isArray(node)) return node.map(textOf).join("");
  const { type, content, items } = node as Node;
  if (type === "br" || type === "newline") return "\n";
  return textOf(content ?? items ?? "");
}
