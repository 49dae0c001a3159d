import { z } from "zod";
import { CITATION_STYLES } from "./citation-style.js";

/**
 * What `cite --json` prints. `citation` is the whole citation as a string, ready to be copied (JSON for
 * csl-json, web-annotation and receipt). `items` are the forms that go with it, named: the shortened note,
 * the citation in the running text, each with its locator.
 */
export const citationSchema = z.object({
  version: z.literal(1),
  reference: z.string().min(1),
  witness: z.string().min(1),
  style: z.enum(CITATION_STYLES),
  citation: z.string().min(1),
  /** Where the passage is read, as in the quote. */
  url: z.string().optional(),
  items: z.array(z.object({ form: z.enum(["short-note", "in-text"]), text: z.string().min(1) })).optional(),
});

export type Citation = Readonly<z.infer<typeof citationSchema>>;
