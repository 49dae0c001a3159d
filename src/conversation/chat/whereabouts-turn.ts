import type { Layer } from "../../edition/layer.js";
import { describeTranslation } from "../../edition/translation.js";
import type { ChatPort } from "./chat-port.js";
import type { Place } from "./conversation-state.js";
import type { Outcome } from "./outcome.js";
import { remark } from "./remark.js";
import { showAt } from "./show-at.js";

const WHAT: Readonly<Record<Layer, string>> = {
  text: "the author's own text",
  note: "an editor's note, not the author's words",
  heading: "an editor's heading, not the author's words",
  metadata: "a line about the document, not the author's words",
};

/** "Who is speaking?" and "where is that?", of what was shown last. */
export async function whereaboutsTurn(
  quoth: ChatPort,
  place: Place,
  kind: "voice" | "place",
): Promise<Outcome> {
  const quotes = await showAt(quoth, place.work, place.witness, place.paths);
  const said = new Set(
    quotes.map(({ voice, author = voice, layer, reference, witness, citation, translation }) =>
      kind === "voice"
        ? `${voice}: ${voice === author || layer !== "text" ? WHAT[layer] : `a voice in the work of ${author}`}${translation ? `, ${describeTranslation(translation)}` : ""}`
        : `${reference}@${witness}: ${citation}${layer === "text" ? "" : ` (${WHAT[layer]})`}`,
    ),
  );
  if (said.size === 0) return { remarks: [remark("no-such-passage", place.paths.join(", "))] };
  return {
    remarks: [...said].map((one) => (kind === "voice" ? remark("voice", one) : remark("place", one))),
  };
}
