import type { Answer } from "../../retrieval/answer.js";

/** How much surer the reading alone has to be than the one in context, for a question that cannot stand alone. */
export const LEAN_MARGIN = 0.3;
/** How much surer the last question with its topic replaced has to be than "and X?" alone. */
export const TOPIC_MARGIN = 0.1;

export interface Margins {
  readonly lean: number;
  readonly topic: number;
}

/**
 * The margins were fitted on the dev half of test/data/conversations.jsonl:
 * playing its dev half with other margins (`playAll`).
 */
export const MARGINS: Margins = { lean: LEAN_MARGIN, topic: TOPIC_MARGIN };

/** "Who are they?": the reading in context, unless the question alone is answered with more certainty by a margin. */
export function prefersAlone(alone: Answer, context: Answer, { lean }: Margins): boolean {
  if (alone.kind === "abstention") return false;
  return context.kind === "abstention" || alone.confidence > context.confidence + lean;
}

/**
 * "And Laos?": the question alone, unless the last one with its topic replaced is answered with more certainty
 * by a margin. `holds` says whether a quote speaks of the topic at all: what another question found that does
 * not is no answer to this one.
 */
export function prefersReplaced(
  alone: Answer,
  replaced: Answer,
  holds: boolean,
  { topic }: Margins,
): boolean {
  if (replaced.kind === "abstention" || !holds) return false;
  return alone.kind === "abstention" || replaced.confidence > alone.confidence + topic;
}
