import { z } from "zod";
import { LAYERS } from "../../edition/layer.js";
import { QuothError } from "../../edition/quoth-error.js";
import { parseReference } from "../../edition/reference.js";

/** Sentences remembered as shown; the oldest are forgotten first. */
export const MOST_SEEN = 500;
/** Passages that one place may hold; of a longer reading the last ones. */
export const MOST_PATHS = 20;
/** Characters of a question kept as context. */
export const LONGEST_CONTEXT = 500;

const name = z.string().min(1).max(200);
/** A reference without work and edition: those stand beside it. */
const path = name.refine((text) => {
  const reference = parseReference(text);
  return reference !== undefined && reference.work === undefined && reference.witness === undefined;
});

const placeSchema = z.strictObject({
  work: name,
  witness: name,
  layer: z.enum(LAYERS),
  /** Reference paths without the work, in reading order: ["3.1"], ["3", "4"]. */
  paths: z.array(path).min(1).max(MOST_PATHS),
});

/**
 * All that a conversation remembers: small, JSON, and never trusted. `place` is what was shown last, `text` where
 * the author's text was left for something else, `question` what a follow-up question leans on, `seen` the
 * sentences shown so far ("work:3.1@marxists", each under the first edition that reads so).
 */
export const conversationStateSchema = z.strictObject({
  version: z.literal(1),
  place: placeSchema.optional(),
  text: placeSchema.optional(),
  question: z.string().min(1).max(LONGEST_CONTEXT).optional(),
  seen: z.array(z.string().min(1).max(400)).max(MOST_SEEN),
});

export type ConversationState = Readonly<z.infer<typeof conversationStateSchema>>;
export type Place = NonNullable<ConversationState["place"]>;

export const NEW_CONVERSATION: ConversationState = Object.freeze({ version: 1, seen: [] });

/**
 * Reads a state that somebody else has kept.
 * @throws QuothError `usage` for anything that no conversation could have written.
 */
export function parseConversationState(value: unknown): ConversationState {
  const parsed = conversationStateSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new QuothError("usage", "This is no state of a conversation with this version of quoth.", {
    remedy: "Hand back the state of the last turn unchanged, or none to start a new conversation.",
    data: { issues: parsed.error.issues.slice(0, 3).map((issue) => issue.path.join(".")) },
  });
}
