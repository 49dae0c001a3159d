import { z } from "zod";
import { type ButtonState, parseButtonId } from "../render/discord/button-state.js";
import { attributes } from "../render/discord/quote-labels.js";
import { QUESTION_ID, readQuestionLine } from "../render/discord/question-line.js";

const EPHEMERAL = 1 << 6;

const component = z.object({
  type: z.number(),
  id: z.number().optional(),
  content: z.string().optional(),
  custom_id: z.string().nullish(),
  components: z.array(z.unknown()).optional(),
});

const raw = z.object({
  flags: z.number().optional(),
  author: z.object({ id: z.string() }).optional(),
  components: z.array(z.unknown()).optional(),
});

/** What a message of the bot's own says about itself when Discord gives it back. */
export interface ShownMessage {
  /** Whether one user alone sees it. */
  readonly isPrivate: boolean;
  readonly author?: string;
  /** The question under its answer. */
  readonly question?: string;
  /** The passages that have buttons, in order. */
  readonly passages: readonly ButtonState[];
  /** Whether it quotes the passage of this reference, with or without buttons. */
  readonly quotes: (reference: string) => boolean;
}

/** Reads the parts of a message that `renderAnswer` and its like wrote; whatever else it holds is passed over. */
export function readShownMessage(message: unknown): ShownMessage {
  const parsed = raw.safeParse(message);
  if (!parsed.success) return { isPrivate: false, passages: [], quotes: () => false };
  const { flags = 0, author, components = [] } = parsed.data;
  const all = flatten(components);
  const line = all.find(({ id, content }) => id === QUESTION_ID && content !== undefined)?.content;
  const question = line === undefined ? undefined : readQuestionLine(line);
  return {
    isPrivate: (flags & EPHEMERAL) !== 0,
    ...(author ? { author: author.id } : {}),
    ...(question === undefined ? {} : { question }),
    quotes: (reference) => all.some(({ content }) => content !== undefined && attributes(content, reference)),
    passages: all.flatMap(({ custom_id }) => {
      const state = typeof custom_id === "string" ? parseButtonId(custom_id) : undefined;
      return state ? [state] : [];
    }),
  };
}

/** Discord nests components no deeper than this. */
const DEEPEST = 4;

function flatten(components: readonly unknown[], depth = 0): readonly z.infer<typeof component>[] {
  if (depth > DEEPEST) return [];
  return components.flatMap((each) => {
    const parsed = component.safeParse(each);
    return parsed.success ? [parsed.data, ...flatten(parsed.data.components ?? [], depth + 1)] : [];
  });
}
