import type { Extractor, Importer } from "../block.js";
import { importMarxists } from "./import-marxists.js";
import { importPlain } from "./import-plain.js";
import { importUcsb } from "./import-ucsb.js";
import { importHtml } from "./html/import-html.js";
import { importMarkdown } from "./markdown/import-markdown.js";
import { importTei } from "./tei/import-tei.js";

/** The formats whose file is its own witness text, by the name that work.yaml gives them. */
export const importers = {
  plain: importPlain,
  marxists: importMarxists,
  ucsb: importUcsb,
  markdown: importMarkdown,
} as const satisfies Record<string, Importer>;

/** The formats that a text is taken out of. */
export const extractors = { html: importHtml, tei: importTei } as const satisfies Record<string, Extractor>;

export type FormatName = keyof typeof importers | keyof typeof extractors;

export const FORMAT_NAMES = [...Object.keys(importers), ...Object.keys(extractors)] as [
  FormatName,
  ...FormatName[],
];
