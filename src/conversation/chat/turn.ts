import { z } from "zod";
import { apparatusSchema } from "../../edition/apparatus/apparatus.js";
import { citationSchema } from "../../edition/citation/citation.js";
import { quoteSchema } from "../../edition/quote.js";
import { answerSchema } from "../../retrieval/answer.js";
import { remarkSchema } from "./remark.js";

/** What somebody did by saying something; the names are stable. */
export const MOVES = [
  "ask",
  "follow-up",
  "why",
  "else",
  "next",
  "previous",
  "paragraph",
  "read",
  "note",
  "edition",
  "compare",
  "cite",
  "voice",
  "place",
  "back",
  "again",
  "courtesy",
  "works",
  "restart",
  "help",
  "quit",
] as const;

export type MoveName = (typeof MOVES)[number];

const common = {
  version: z.literal(1),
  said: z.string(),
  move: z.enum(MOVES),
  remarks: z.array(remarkSchema),
  /** Whether something that is shown was shown before; a remark then says what. */
  repeated: z.boolean(),
};

/** What is shown in reply: quotes, an answer, a citation, an apparatus, or nothing but remarks. */
export const turnSchema = z.discriminatedUnion("kind", [
  z.object({ ...common, kind: z.literal("answer"), answer: answerSchema }),
  z.object({ ...common, kind: z.literal("quotes"), quotes: z.array(quoteSchema).min(1) }),
  z.object({ ...common, kind: z.literal("citation"), citation: citationSchema }),
  z.object({ ...common, kind: z.literal("apparatus"), apparatus: apparatusSchema }),
  z.object({ ...common, kind: z.literal("remarks") }),
]);

export type Turn = Readonly<z.infer<typeof turnSchema>>;
