import { z } from "zod";
import { QuothError } from "../edition/quoth-error.js";
import type { EvaluatedRow } from "./evaluated-row.js";
import { type Outcome, outcomeSchema } from "./outcome.js";

const lineSchema = outcomeSchema.extend({ row: z.string() });

/** What became of each question of each row, a line of JSON each; no words of question or answer among it. */
export function printOutcomes(rows: readonly Pick<EvaluatedRow, "name" | "outcomes">[]): string {
  return rows
    .flatMap(({ name, outcomes }) =>
      outcomes.map((outcome) => `${JSON.stringify({ row: name, ...outcome })}\n`),
    )
    .join("");
}

/**
 * Reads what `printOutcomes` wrote, by row.
 * @throws QuothError `usage` where it did not.
 */
export function parseOutcomes(text: string, file: string): ReadonlyMap<string, readonly Outcome[]> {
  const rows = new Map<string, Outcome[]>();
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    try {
      const { row, ...outcome } = lineSchema.parse(JSON.parse(line));
      const own = rows.get(row);
      if (own) own.push(outcome);
      else rows.set(row, [outcome]);
    } catch (cause) {
      throw new QuothError("usage", `${file} holds no outcomes of questions.`, {
        remedy: "Write one first: quoth eval --per-question FILE",
        cause,
      });
    }
  }
  return rows;
}
