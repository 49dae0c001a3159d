import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { BlockKind } from "../block.js";
import { LAYERS, type Layer } from "../layer.js";
import { QuothError } from "../quoth-error.js";
import { type BlockRow, KINDS } from "./corrections.js";

/** blocks.yaml, read: the rows of each witness by its siglum. */
export type BlockTable = ReadonlyMap<string, readonly BlockRow[]>;

const HEAD = `# What each block of the source was taken for: its layer, its kind, its first words; where its words are
# somebody else's than its layer says, a fourth column names them. Correct the first two columns (or add the
# fourth) where they are wrong, then run: quoth import ID, with the id of this work.
#   text      paragraph, opener, closer: the author's own words
#   note      note: an editor's
#   heading   heading, navigation: titles, and what belongs to the page
#   metadata  byline, dateline, addressee, provenance, source-note
`;

/** Writes blocks.yaml: a line for each block. */
export function formatBlockTable(table: BlockTable): string {
  const parts = [...table].map(([siglum, rows]) => {
    const lines = rows.map(({ layer, kind, words, voice }) => {
      const columns = [
        layer,
        kind,
        JSON.stringify(words),
        ...(voice === undefined ? [] : [JSON.stringify(voice)]),
      ];
      return `  - [${columns.join(", ")}]\n`;
    });
    return `${JSON.stringify(siglum)}:${lines.length === 0 ? " []" : ""}\n${lines.join("")}`;
  });
  return HEAD + parts.join("");
}

/**
 * Reads blocks.yaml. `file` names it in messages.
 * @throws QuothError `corpus-invalid` with file, line and what to write there.
 */
export function parseBlockTable(file: string, yaml: string): BlockTable {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
  const refuse = (offset: number | undefined, what: string): never => {
    const line = offset === undefined ? 1 : counter.linePos(offset).line;
    throw new QuothError("corpus-invalid", `${file}:${line}: ${what}.`, {
      remedy: 'Write each row as in: - [text, paragraph, "First words of the block"]',
      data: { file, line },
    });
  };
  const [syntax] = document.errors;
  if (syntax) refuse(syntax.pos[0], `this is not valid YAML (${syntax.message})`);
  const root = document.contents;
  if (root === null) return new Map();
  if (!isMap(root)) return refuse(0, "this is no table of blocks by siglum");
  const table = new Map<string, readonly BlockRow[]>();
  for (const { key, value } of root.items) {
    const siglum = isScalar(key) ? String(key.value) : "";
    if (!isSeq(value)) {
      refuse(rangeOf(key), `"${siglum}" has no rows`);
      continue;
    }
    table.set(
      siglum,
      value.items.map((item) => {
        const at = rangeOf(item);
        const columns = isSeq(item) ? item.items.map((one) => (isScalar(one) ? one.value : undefined)) : [];
        return rowOf(columns, (what) => refuse(at, what));
      }),
    );
  }
  return table;
}

function rangeOf(node: unknown): number | undefined {
  return isNode(node) ? (node.range ?? undefined)?.[0] : undefined;
}

function rowOf(columns: readonly unknown[], refuse: (what: string) => never): BlockRow {
  const [layer, kind, words, voice] = columns;
  if (columns.length < 3 || columns.length > 4)
    refuse("a row has a layer, a kind, first words, and perhaps a voice");
  if (!LAYERS.includes(layer as Layer)) refuse(`"${String(layer)}" is no layer: write ${LAYERS.join(", ")}`);
  const kinds = Object.values(KINDS).flat();
  if (!kinds.includes(kind as BlockKind)) refuse(`"${String(kind)}" is no kind: write ${kinds.join(", ")}`);
  if (voice !== undefined && (typeof voice !== "string" || voice.trim() === ""))
    refuse("the fourth column is a name");
  return {
    layer: layer as Layer,
    kind: kind as BlockKind,
    words: String(words),
    ...(voice === undefined ? {} : { voice }),
  };
}
