import type { Block, BlockKind } from "../block.js";
import type { Layer } from "../layer.js";
import { mergeSpans } from "../importers/merge-spans.js";
import { readableText } from "../importers/readable-text.js";

/** One row of blocks.yaml: what the block that begins with these words is. */
export interface BlockRow {
  readonly layer: Layer;
  readonly kind: BlockKind;
  /** The block's first words, as `firstWords` gives them. */
  readonly words: string;
  /** Whose words it is, where that is not what the layer says. */
  readonly voice?: string;
}

/** The kinds that each layer has; the first is what a block becomes whose kind belongs to another layer. */
export const KINDS: Readonly<Record<Layer, readonly [BlockKind, ...BlockKind[]]>> = {
  text: ["paragraph", "opener", "closer"],
  note: ["note"],
  heading: ["heading", "navigation"],
  metadata: ["provenance", "byline", "dateline", "addressee", "source-note"],
};

/** So many words tell a block from the others, as a rule; equal ones are told apart by their order. */
const MOST_WORDS = 9;
const LONGEST = 72;

/** The first words of a block, markup stepped over: how blocks.yaml names it. */
export function firstWords(text: string, block: Block): string {
  // What a block begins with is enough: some are whole books.
  const head = { start: block.start, end: Math.min(block.end, block.start + 1000) };
  const words = readableText(text, head, mergeSpans([...(block.gaps ?? []), ...block.markers]))
    .replace(/[\u0000-\u001F\u007F\s]+/g, " ")
    .trim()
    .split(" ")
    .slice(0, MOST_WORDS)
    .join(" ");
  return words.length <= LONGEST ? words : [...words].slice(0, LONGEST).join("");
}

/** What blocks.yaml says of blocks as they are; what has no words (a rule between paragraphs) needs no row. */
export function rowsOf(text: string, blocks: readonly Block[]): readonly BlockRow[] {
  return blocks
    .map((block) => ({
      layer: block.layer,
      kind: block.kind,
      words: firstWords(text, block),
      ...(block.voice === undefined ? {} : { voice: block.voice }),
    }))
    .filter((row) => row.words !== "");
}

/**
 * The blocks as a person corrected them: the n-th row with certain first words speaks of the n-th block that begins
 * so. Rows that fit no block are left over; blocks without a row stay as they are.
 */
export function applyCorrections(
  text: string,
  blocks: readonly Block[],
  rows: readonly BlockRow[],
): { readonly blocks: readonly Block[]; readonly left: readonly BlockRow[] } {
  const byWords = new Map<string, BlockRow[]>();
  for (const row of rows) {
    const same = byWords.get(row.words);
    if (same) same.push(row);
    else byWords.set(row.words, [row]);
  }
  const corrected = blocks.map((block) => {
    const row = byWords.get(firstWords(text, block))?.shift();
    return row ? correct(block, row) : block;
  });
  return { blocks: corrected, left: [...byWords.values()].flat() };
}

function correct(block: Block, { layer, kind, voice }: BlockRow): Block {
  const fitting = KINDS[layer].includes(kind) ? kind : KINDS[layer][0];
  const { label, lines, voice: _voice, ...rest } = block;
  return {
    ...rest,
    layer,
    kind: fitting,
    ...(label !== undefined && layer === "note" ? { label } : {}),
    ...(lines !== undefined && layer === "text" ? { lines } : {}),
    ...(voice === undefined ? {} : { voice }),
  };
}
