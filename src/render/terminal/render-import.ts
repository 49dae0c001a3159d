import type { ImportedWork } from "../../edition/import/import-report.js";
import { visible } from "./wrap-text.js";

/** Longer tables are cut on the screen; blocks.yaml has them whole. */
export const MOST_ROWS = 200;

/** What was done, and what to do next; `table`: with every block, where nobody has seen them yet. */
export function renderImport(work: ImportedWork, table: boolean): string {
  const { id, title, authors, folder, witnesses, references, written } = work;
  const blocks = witnesses.flatMap((witness) => witness.blocks);
  const lines = [
    `${written ? (work.again ? "Imported again" : "Imported") : "Would import"}: ${id}, “${visible(title)}” by ${visible(authors.join(", "))}, ${witnesses.map((one) => `${one.siglum} (${one.format})`).join(", ")}`,
    ...(table
      ? blocks
          .slice(0, MOST_ROWS)
          .map(
            (one) =>
              `  ${one.reference.padEnd(12)} ${one.layer.padEnd(8)} ${one.kind.padEnd(11)} ${visible(one.words)}`,
          )
      : []),
    ...(table && blocks.length > MOST_ROWS ? [`  … and ${blocks.length - MOST_ROWS} more`] : []),
    ...(work.again
      ? [
          `References: ${references.kept} kept, ${references.added.length} added${listed(references.added)}, ${references.removed.length} gone${listed(references.removed)}.`,
        ]
      : []),
    ...work.remarks.map((remark) => `Note: ${visible(remark)}`),
    written
      ? `Look through ${folder}/work.yaml and ${folder}/blocks.yaml; after a correction run: quoth import ${id}`
      : "Nothing was written.",
  ];
  return `${lines.join("\n")}\n`;
}

function listed(references: readonly string[]): string {
  if (references.length === 0) return "";
  return ` (${references.slice(0, 12).join(", ")}${references.length > 12 ? ", …" : ""})`;
}
