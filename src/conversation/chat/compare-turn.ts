import { compareWitnesses } from "../../edition/apparatus/compare-witnesses.js";
import type { ChatPort } from "./chat-port.js";
import type { Place } from "./conversation-state.js";
import type { Outcome } from "./outcome.js";
import { remark } from "./remark.js";
import { resolvePlace } from "./resolve-place.js";

/** "Compare": the apparatus of what was shown. */
export function compareTurn(quoth: ChatPort, place: Place): Outcome {
  const { work } = resolvePlace(quoth.sources(), place);
  if (place.layer !== "text") return { remarks: [remark("editions-own", place.witness)] };
  if (work.witnesses.length < 2) return { remarks: [remark("only-edition")] };
  const parts = place.paths.map((path) => compareWitnesses(work, path));
  const [first] = parts;
  if (!first) return {};
  return {
    shown: {
      kind: "apparatus",
      apparatus: {
        ...first,
        reference: place.paths.join(", "),
        entries: parts.flatMap(({ entries }) => entries),
      },
    },
  };
}
