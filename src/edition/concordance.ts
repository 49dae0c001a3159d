import { z } from "zod";
import { LAYERS } from "./layer.js";
import { quoteSchema } from "./quote.js";

const count = z.number().int().nonnegative();

/** What `find` prints: every occurrence in context; `start` and `end` are offsets within `quote.text`. */
export const concordanceSchema = z.object({
  version: z.literal(1),
  words: z.string(),
  total: count,
  byLayer: z.record(z.enum(LAYERS), count),
  hits: z.array(z.object({ quote: quoteSchema, start: count, end: count })),
});

export type Concordance = Readonly<z.infer<typeof concordanceSchema>>;
