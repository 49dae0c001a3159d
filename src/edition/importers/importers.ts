import type { Importer } from "../block.js";
import { importMarxists } from "./import-marxists.js";
import { importPlain } from "./import-plain.js";
import { importUcsb } from "./import-ucsb.js";

/** The source formats, by the name that work.yaml gives them. */
export const FORMAT_NAMES = ["plain", "marxists", "ucsb", "markdown", "html", "tei"] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** The formats that are read without a parser; the others are in parsers.ts, which a start does not wait for. */
export const importers = {
  plain: importPlain,
  marxists: importMarxists,
  ucsb: importUcsb,
} as const satisfies Partial<Record<FormatName, Importer>>;

/** Whether a text is taken out of the files of a format; the files of the others are their own text. */
export function isMarkedUp(format: string): boolean {
  return format === "html" || format === "tei";
}

/** Whether a file of this format and encoding is its own witness text. */
export function isOwnText(format: FormatName, encoding: string): boolean {
  return !isMarkedUp(format) && encoding === "utf-8";
}
