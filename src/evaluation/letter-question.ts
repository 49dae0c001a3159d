import { z } from "zod";
import { LAYERS } from "../edition/layer.js";

/** A line of test/data/letter-questions.jsonl; its README says what the fields mean. */
export const letterQuestionSchema = z.object({
  id: z.string().min(1),
  half: z.enum(["dev", "frozen"]),
  kind: z.string().min(1),
  question: z.string(),
  answers: z.array(
    z.union([z.string().min(1), z.object({ layer: z.enum(LAYERS), contains: z.string().min(1) })]),
  ),
});

export type LetterQuestion = Readonly<z.infer<typeof letterQuestionSchema>>;
