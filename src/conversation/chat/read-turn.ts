import { nameSome } from "../../retrieval/name-some.js";
import { pickWorks } from "../pick-works.js";
import type { ChatPort, Scope } from "./chat-port.js";
import type { ConversationState } from "./conversation-state.js";
import { type Outcome, reading } from "./outcome.js";
import { FIRST_PASSAGE } from "./read-reference.js";
import { remark } from "./remark.js";
import { showAt } from "./show-at.js";

/** "3.2", "read paragraph 4", "read from the start". Without a work's id it is the work last shown, or the only one. */
export async function readTurn(
  quoth: ChatPort,
  state: ConversationState,
  asked: string,
  scope: Scope,
): Promise<Outcome> {
  const works = quoth.sources();
  const named = asked.includes(":");
  const [chosen, ...more] = pickWorks(works, scope);
  const preferred = works.find(({ id }) => id === scope.prefer);
  const work = state.place?.work ?? (more.length === 0 ? chosen : preferred)?.id;
  if (!named && work === undefined) {
    return {
      remarks: [remark("which-work", nameSome(pickWorks(works, scope).map(({ id }) => `${id}:${asked}`)))],
    };
  }
  if (asked === FIRST_PASSAGE) {
    const [witness] = works.find(({ id }) => id === work)?.witnesses ?? [];
    const first = witness?.passages.find(({ layer, sentences }) => layer === "text" && sentences.length > 0);
    if (!work || !witness || !first) return { remarks: [remark("no-such-passage", "at its start")] };
    return reading(await showAt(quoth, work, witness.siglum, [first.path]));
  }
  const { quotes } = await quoth.show(named ? asked : `${work ?? ""}:${asked}`, {
    ...(scope.witness === undefined ? {} : { witness: scope.witness }),
  });
  return quotes.length === 0 ? { remarks: [remark("no-such-passage", asked)] } : reading(quotes);
}
