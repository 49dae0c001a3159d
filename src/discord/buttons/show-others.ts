import type { Scope } from "../../conversation/quoth.js";
import type { Layer } from "../../edition/layer.js";
import type { Quote } from "../../edition/quote.js";
import { plainMessage } from "../../render/discord/plain-message.js";
import { renderOthers } from "../../render/discord/render-others.js";
import type { Tools } from "../commands/handler.js";
import { failureFields } from "../failure-fields.js";
import type { Feedback } from "../feedback-store.js";
import { prepareContext } from "../prepare-context.js";
import type { ShownMessage } from "../shown-message.js";
import type { Source } from "../source.js";
import type { ButtonHandler } from "./press.js";

const OTHERS_AT_MOST = 3;
const PROSE: readonly Layer[] = ["text", "note"];
/** Passages that an answer shows, and of which one may hold several of the nearest. */
const SHOWN_AT_MOST = 6;

/** "Not what I asked": the next best passages, and where it is switched on, a note of it for the quality work. */
export const showOthers: ButtonHandler = async (tools, { quote, message }) => {
  const { question } = message;
  if (question === undefined) {
    return [
      plainMessage("I cannot read any more what was asked. Please ask again, in other words if you can."),
    ];
  }
  const { reference, witness } = quote;
  const { hash = "" } = message.passages[0] ?? {};
  const wasKept = await keep(tools, { question, reference, witness, hash, verdict: "not-what-was-asked" });
  const others = await nextBest(tools.source, question, quote, message);
  return renderOthers(others, await prepareContext(tools.source, others), wasKept);
};

/** Whether it was kept: where the database is away, the passages are shown all the same. */
async function keep({ feedback, log }: Tools, what: Feedback): Promise<boolean> {
  if (!feedback) return false;
  try {
    await feedback.keep(what);
    return true;
  } catch (error) {
    log.error(failureFields(error), "feedback could not be kept");
    return false;
  }
}

/** What comes nearest to a question and was not shown under it. */
async function nextBest(
  source: Source,
  question: string,
  pressed: Quote,
  message: ShownMessage,
): Promise<readonly Quote[]> {
  const limit = OTHERS_AT_MOST + SHOWN_AT_MOST;
  const found = async (scope: Scope): Promise<readonly Quote[]> =>
    (await source.nearest(question, { ...scope, limit })).quotes
      .filter(({ reference }) => !message.quotes(reference))
      .filter((one) => !overlap(one, pressed))
      .slice(0, OTHERS_AT_MOST);
  // Who was shown somebody's words wants words, not where they were printed; unless there are no others.
  const words = PROSE.includes(pressed.layer) ? await found({ layers: PROSE }) : [];
  return words.length > 0 ? words : found({});
}

function overlap(one: Quote, other: Quote): boolean {
  return (
    one.file === other.file &&
    one.spans.some((a) => other.spans.some((b) => a.start < b.end && b.start < a.end))
  );
}
