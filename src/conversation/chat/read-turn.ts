import { nameSome } from "../../retrieval/name-some.js";
import { pickWorks } from "../pick-works.js";
import type { ChatPort, Scope } from "./chat-port.js";
import type { ConversationState } from "./conversation-state.js";
import { type Outcome, reading } from "./outcome.js";
import { FIRST_PASSAGE, LAST_PASSAGE, LAST_SENTENCE } from "./read-reference.js";
import { remark } from "./remark.js";
import { resolvePlace } from "./resolve-place.js";
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
  if (asked === FIRST_PASSAGE || asked === LAST_PASSAGE) {
    const [witness] = works.find(({ id }) => id === work)?.witnesses ?? [];
    const text = witness?.passages.filter(({ layer, sentences }) => layer === "text" && sentences.length > 0);
    const passage = text?.at(asked === FIRST_PASSAGE ? 0 : -1);
    if (!work || !witness || !passage) return { remarks: [remark("no-such-passage", "there")] };
    return reading(await showAt(quoth, work, witness.siglum, [passage.path]));
  }
  if (asked === LAST_SENTENCE && state.place) {
    const { witness, last } = resolvePlace(works, state.place);
    const path = last.passage.sentences.at(-1)?.path ?? last.passage.path;
    return reading(await showAt(quoth, state.place.work, witness.siglum, [path]));
  }
  const { quotes } = await quoth.show(named ? asked : `${work ?? ""}:${asked}`, {
    ...(scope.witness === undefined ? {} : { witness: scope.witness }),
  });
  return quotes.length === 0 ? { remarks: [remark("no-such-passage", asked)] } : reading(quotes);
}
