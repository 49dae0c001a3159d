import { z } from "zod";
import { LAYERS } from "../layer.js";

/** What an import proposes, or has written: `quoth import --json`. */
export const importedWorkSchema = z.object({
  id: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  date: z.string().optional(),
  /** The work's folder, relative to the corpus folder. */
  folder: z.string(),
  /** Whether the work was there before. */
  again: z.boolean(),
  /** False for a dry run. */
  written: z.boolean(),
  witnesses: z.array(
    z.object({
      siglum: z.string(),
      file: z.string(),
      format: z.string(),
      sha256: z.string(),
      blocks: z.array(
        z.object({
          reference: z.string(),
          layer: z.enum(LAYERS),
          kind: z.string(),
          voice: z.string().optional(),
          words: z.string(),
        }),
      ),
    }),
  ),
  references: z.object({
    kept: z.number().int(),
    added: z.array(z.string()),
    removed: z.array(z.string()),
  }),
  remarks: z.array(z.string()),
});

export const importReportSchema = z.object({ version: z.literal(1), works: z.array(importedWorkSchema) });

export type ImportedWork = z.infer<typeof importedWorkSchema>;
export type ImportReport = z.infer<typeof importReportSchema>;
