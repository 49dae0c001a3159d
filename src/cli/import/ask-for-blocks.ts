import type { BlockKind } from "../../edition/block.js";
import type { BlockTable } from "../../edition/import/block-table.js";
import { type BlockRow, KINDS } from "../../edition/import/corrections.js";
import { LAYERS, type Layer } from "../../edition/layer.js";
import type { StagedImport } from "../../import-source.js";
import { MOST_ROWS } from "../../render/terminal/render-import.js";
import { visible } from "../../render/terminal/wrap-text.js";
import type { Io } from "../io.js";
import type { Asker } from "./asker.js";

/** Shows every block and takes corrections, until all is right; false where nothing is to be written. */
export async function askForBlocks(staged: StagedImport, ask: Asker, io: Io): Promise<boolean> {
  for (;;) {
    const rows = flatten(staged.table());
    io.err(`\n${rows.slice(0, MOST_ROWS).map(showRow).join("\n")}\n`);
    if (rows.length > MOST_ROWS)
      io.err(`… and ${rows.length - MOST_ROWS} more, which blocks.yaml will list.\n`);
    const said = await ask.line(
      '\nEnter takes it; "3 note" or "3-5 metadata dateline" corrects; "q" gives up: ',
    );
    if (said === undefined || /^q(?:uit)?$/i.test(said.trim())) return false;
    if (said.trim() === "") return true;
    const corrected = correctRows(rows, said);
    if (typeof corrected === "string") io.err(`${corrected}\n`);
    else await staged.correct(corrected);
  }
}

interface NumberedRow {
  readonly siglum: string;
  readonly row: BlockRow;
}

function flatten(table: BlockTable): readonly NumberedRow[] {
  return [...table].flatMap(([siglum, rows]) => rows.map((row) => ({ siglum, row })));
}

function showRow({ row }: NumberedRow, at: number): string {
  const { layer, kind, words, voice } = row;
  return `${String(at + 1).padStart(4)}  ${layer.padEnd(8)}  ${kind.padEnd(11)}  ${visible(words)}${voice === undefined ? "" : ` (${visible(voice)})`}`;
}

/** The table with what was typed; a sentence where that cannot be read. */
function correctRows(rows: readonly NumberedRow[], said: string): BlockTable | string {
  const [, first, last, name, kindName] =
    /^(\d+)(?:\s*-\s*(\d+))?\s+([a-z]+)(?:\s+([a-z-]+))?$/i.exec(said.trim()) ?? [];
  if (first === undefined || name === undefined) return "Write a number, a layer and perhaps a kind.";
  const layer = LAYERS.find((one) => one === name.toLowerCase());
  if (!layer) return `"${visible(name)}" is no layer: ${LAYERS.join(", ")}.`;
  const kind = kindOf(layer, kindName);
  if (!kind) return `"${visible(kindName ?? "")}" is no kind of ${layer}: ${KINDS[layer].join(", ")}.`;
  const [from, to] = [Number(first), Number(last ?? first)];
  if (from < 1 || to < from || to > rows.length) return `There are blocks 1 to ${rows.length}.`;
  const table = new Map<string, BlockRow[]>();
  rows.forEach(({ siglum, row }, at) => {
    const own = table.get(siglum) ?? [];
    own.push(at + 1 >= from && at + 1 <= to ? { ...row, layer, kind } : row);
    table.set(siglum, own);
  });
  return table;
}

function kindOf(layer: Layer, name: string | undefined): BlockKind | undefined {
  return name === undefined ? KINDS[layer][0] : KINDS[layer].find((one) => one === name.toLowerCase());
}
