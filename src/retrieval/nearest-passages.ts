import type { Quote } from "../edition/quote.js";
import type { AskOptions } from "./ask-options.js";
import { chooseRuns, LONGEST_RUN } from "./choose-run.js";
import { isAllowed } from "./is-allowed.js";
import { meet } from "./meet.js";
import { quoteRun } from "./quote-run.js";
import type { Searcher } from "./searcher.js";
import type { Unit } from "./unit.js";
import { wholeVerse } from "./whole-verse.js";

/**
 * The passages that come nearest to a question, best first, prose before lines that name or frame, whatever the
 * probability that any of them answers it: none is offered as an answer. No sentence twice.
 */
export async function nearestPassages(
  searcher: Searcher,
  text: string,
  options: Omit<AskOptions, "point" | "least">,
): Promise<readonly Quote[]> {
  const question = text.trim();
  if (!/[\p{L}\p{N}]/u.test(question)) return [];
  const { prose, lines } = await meet(searcher, question, options.works, (unit) => isAllowed(unit, options));
  const unitAt = (at: number): Unit => searcher.units[at] as Unit;
  const runs = chooseRuns([...prose, ...lines], options.limit, LONGEST_RUN, (unit, run, best) =>
    wholeVerse(unitAt(unit), run, best),
  );
  return runs.map((run) => quoteRun(unitAt(run.unit), run, options.witness));
}
