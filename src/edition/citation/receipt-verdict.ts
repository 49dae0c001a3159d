import { z } from "zod";
import { quoteSchema } from "../quote.js";

/** Why a receipt does not hold; the codes are stable. */
const RECEIPT_FAULTS = [
  "malformed",
  "unknown-text",
  "named-differently",
  "hash-mismatch",
  "text-differs",
  "offsets-differ",
  "selectors-differ",
  "reference-differs",
  "layer-differs",
  "voice-differs",
] as const;

export type ReceiptFault = (typeof RECEIPT_FAULTS)[number];

/**
 * What `verify --receipt` prints. `quote` is cut anew from the witness: show it, and not the receipt's own
 * words. `stillThere` says, where the file is another one by now, whether the words stand in it.
 */
export const receiptVerdictSchema = z.discriminatedUnion("valid", [
  z.object({ version: z.literal(1), valid: z.literal(true), quote: quoteSchema }),
  z.object({
    version: z.literal(1),
    valid: z.literal(false),
    code: z.enum(RECEIPT_FAULTS),
    explanation: z.string().min(1),
    stillThere: z.enum(["same-place", "elsewhere", "no"]).optional(),
  }),
]);

export type ReceiptVerdict = Readonly<z.infer<typeof receiptVerdictSchema>>;
