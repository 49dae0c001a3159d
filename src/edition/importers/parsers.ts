import type { Extractor, Importer } from "../block.js";
import { importHtml } from "./html/import-html.js";
import { importers } from "./importers.js";
import { importMarkdown } from "./markdown/import-markdown.js";
import { importTei } from "./tei/import-tei.js";

/** Every format whose file is its own witness text. */
export const ownTextParsers = { ...importers, markdown: importMarkdown } as const satisfies Record<
  string,
  Importer
>;

/** The formats that a text is taken out of. */
export const extractors = { html: importHtml, tei: importTei } as const satisfies Record<string, Extractor>;
