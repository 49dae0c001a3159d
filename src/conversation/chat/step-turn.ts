import type { ChatPort } from "./chat-port.js";
import type { Place } from "./conversation-state.js";
import type { Move } from "./move.js";
import { neighbourPath } from "./neighbour-path.js";
import { type Outcome, reading } from "./outcome.js";
import { remark } from "./remark.js";
import { resolvePlace } from "./resolve-place.js";
import { showAt } from "./show-at.js";

const ENDS = { text: "text-ends", note: "note-ends", heading: "line-ends", metadata: "line-ends" } as const;
const BEGINS = {
  text: "text-begins",
  note: "note-begins",
  heading: "line-begins",
  metadata: "line-begins",
} as const;

/** "What comes next?", "before that", "the next paragraph". */
export async function stepTurn(
  quoth: ChatPort,
  place: Place,
  { kind, unit }: Extract<Move, { kind: "next" | "previous" }>,
): Promise<Outcome> {
  const path = neighbourPath(resolvePlace(quoth.sources(), place), kind, unit);
  if (path === undefined) return { remarks: [remark((kind === "next" ? ENDS : BEGINS)[place.layer])] };
  return reading(await showAt(quoth, place.work, place.witness, [path]));
}

/** "The whole paragraph": the passages in which what was shown stands. */
export async function paragraphTurn(quoth: ChatPort, place: Place): Promise<Outcome> {
  const { first, last, witness } = resolvePlace(quoth.sources(), place);
  const from = witness.passages.indexOf(first.passage);
  const paths = witness.passages
    .slice(from, witness.passages.indexOf(last.passage) + 1)
    .filter(({ layer, sentences }) => layer === place.layer && sentences.length > 0)
    .map(({ path }) => path);
  return reading(await showAt(quoth, place.work, place.witness, paths));
}
