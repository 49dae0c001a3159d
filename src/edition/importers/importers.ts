import type { Importer } from "../block.js";
import { importMarxists } from "./import-marxists.js";
import { importPlain } from "./import-plain.js";
import { importUcsb } from "./import-ucsb.js";

/** The source formats by the name that work.yaml gives them. */
export const importers = {
  plain: importPlain,
  marxists: importMarxists,
  ucsb: importUcsb,
} as const satisfies Record<string, Importer>;

export type FormatName = keyof typeof importers;

export const FORMAT_NAMES = Object.keys(importers) as [FormatName, ...FormatName[]];
