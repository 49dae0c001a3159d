import { nameSome } from "../../retrieval/name-some.js";
import type { ChatPort } from "./chat-port.js";
import type { Outcome } from "./outcome.js";
import { remark } from "./remark.js";

/** "Which editions are there?": the works, and the editions of each. */
export function worksTurn(quoth: ChatPort): Outcome {
  const works = quoth
    .sources()
    .map(({ id, witnesses }) => `${id} (${witnesses.map(({ siglum }) => siglum).join(", ")})`);
  return { remarks: [remark("loaded", nameSome(works))] };
}
