import type { Quote } from "../../edition/quote.js";
import type { Work } from "../../edition/work.js";
import { nameSome } from "../../retrieval/name-some.js";
import type { ChatPort } from "./chat-port.js";
import type { Place } from "./conversation-state.js";
import type { Move } from "./move.js";
import { type Outcome, reading } from "./outcome.js";
import { type Remark, remark } from "./remark.js";
import { resolvePlace } from "./resolve-place.js";
import { showAt } from "./show-at.js";

/** "In nope?": which editions there are instead. */
export function unknownEdition(works: readonly Work[], name: string): Outcome {
  const sigla = new Set(works.flatMap(({ witnesses }) => witnesses.map(({ siglum }) => siglum)));
  return { remarks: [remark("no-such-edition", name, nameSome([...sigla]))] };
}

/**
 * "How does the other edition put it?", "in ucsb?": another reading is shown, the same one is only said to be the
 * same, and a passage that an edition lacks is said to be lacking.
 */
export async function editionTurn(
  quoth: ChatPort,
  place: Place,
  { witness: wanted }: Extract<Move, { kind: "edition" }>,
): Promise<Outcome> {
  const { work } = resolvePlace(quoth.sources(), place);
  if (place.layer !== "text") return { remarks: [remark("editions-own", place.witness)] };
  if (wanted === place.witness) return { remarks: [remark("same-edition", wanted)] };
  const others = work.witnesses
    .map(({ siglum }) => siglum)
    .filter((siglum) => (wanted === undefined ? siglum !== place.witness : siglum === wanted));
  if (others.length === 0) return { remarks: [remark("only-edition")] };
  const own = await showAt(quoth, place.work, place.witness, place.paths);
  const quotes: Quote[] = [];
  const remarks: Remark[] = [];
  const alike: string[] = [];
  for (const siglum of others) {
    const there = await showAt(quoth, place.work, siglum, place.paths);
    if (there.length < own.length) remarks.push(remark("edition-lacks-it", siglum));
    else if (there.every(({ text }, at) => text === own[at]?.text)) alike.push(siglum);
    else remarks.push(remark("reads-otherwise", siglum));
    if (there.some(({ text }, at) => text !== own[at]?.text)) quotes.push(...there);
  }
  if (alike.length > 0) remarks.push(remark("reads-the-same", alike.join(", ")));
  return reading(quotes, ...remarks);
}
