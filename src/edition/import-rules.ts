import { z } from "zod";

const words = z.string().trim().min(1);

/** What work.yaml may say of how a witness file is to be read. */
export const importRulesSchema = z.object({
  /** Format `plain`: pages of a printed source whose signs stand in the text. */
  pages: z
    .object({
      /** Whether a line that is nothing but a page number ("12", "- 12 -", "[p. 12]", "xii") is set aside. */
      numbers: z.boolean().default(false),
      /** Running heads: lines that read so, with or without a page number at either end. */
      heads: z.array(words).default([]),
      /** Whether "{12}" and "[Pg 12]" in the text are page numbers. */
      inline: z.boolean().optional(),
    })
    .optional(),
  /** Format `html`: which elements are what, as CSS selectors; a page that is written well needs none. */
  html: z
    .object({
      /** The work itself; all else is the page's own. */
      article: words.optional(),
      /** Editors' notes. */
      notes: words.optional(),
      /** Byline, dateline, provenance. */
      metadata: words.optional(),
      /** What is no part of the work though it stands in the article. */
      skip: words.optional(),
      /** Numbers of the pages of a printed source. */
      pages: words.optional(),
    })
    .optional(),
});

export type ImportRules = Readonly<z.infer<typeof importRulesSchema>>;
export type HtmlRules = NonNullable<ImportRules["html"]>;
export type PageRules = NonNullable<ImportRules["pages"]>;
