import { z } from "zod";
import { checkSchema } from "../verification/check.js";

const count = z.number().int().nonnegative();

/**
 * What became of a quotation of an essay: `faithful` (exact, normalized or honestly elided, the author's
 * words), `altered`, `editors-words` (an editor's, given to the author), `editors-words-named` (an editor's,
 * and the essay says so), `absent`, `short` (too few words to check), `ignored` (by quoth:ignore).
 */
export const ESSAY_STATUSES = [
  "faithful",
  "altered",
  "editors-words",
  "editors-words-named",
  "absent",
  "short",
  "ignored",
] as const;

const essayQuotationSchema = z.object({
  text: z.string(),
  /** UTF-16 offsets of its words in the essay. */
  start: count,
  end: count,
  /** From 1; columns in UTF-16 units. */
  line: count,
  column: count,
  endLine: count,
  endColumn: count,
  kind: z.enum(["inline", "block"]),
  depth: count,
  status: z.enum(ESSAY_STATUSES),
  failed: z.boolean(),
  /** Absent where the quotation was not checked. */
  check: checkSchema.optional(),
});

/** What `verify --file` says of an essay. `failed` is what makes the exit code 1. */
export const essayReportSchema = z.object({
  version: z.literal(1),
  file: z.string().optional(),
  quotations: z.array(essayQuotationSchema),
  counts: z.record(z.enum(ESSAY_STATUSES), count),
  found: count,
  checked: count,
  failures: count,
  failed: z.boolean(),
});

export type EssayQuotation = Readonly<z.infer<typeof essayQuotationSchema>>;
export type EssayReport = Readonly<z.infer<typeof essayReportSchema>>;
export type EssayStatus = EssayQuotation["status"];
