import { createHash } from "node:crypto";
import { z } from "zod";
import type { Quote } from "../../edition/quote.js";

/** What a button under a passage does. */
export const PASSAGE_ACTIONS = [
  "before",
  "after",
  "whole",
  "edition",
  "note",
  "cite",
  "other",
  "continue",
] as const;
export type PassageAction = (typeof PASSAGE_ACTIONS)[number];

/** Everything that a press of a button has to know: it lies in the button's custom id and nowhere else. */
export interface ButtonState {
  readonly action: PassageAction;
  readonly work: string;
  /** The passage's reference without its work: "3.1", "note.A". */
  readonly path: string;
  /** The edition that the passage was cut from. */
  readonly witness: string;
  /** Of the passage's text, so that a button never serves other words than those it stood under. */
  readonly hash: string;
  /** edition: its siglum; note: its label; cite: the style; continue: the offset in base 36. */
  readonly argument: string;
}

/** Raised when the form changes; buttons of older forms are then refused politely. */
const VERSION = "q1";
const SEPARATOR = "|";
/** Discord's limit for a custom id. */
const LONGEST = 100;
/** 8 characters of base64url hold 48 bits: far more than a mix-up of editions could hit by chance. */
const HASH_LENGTH = 8;

const part = z.string().regex(/^[^|\p{Cc}]+$/u);
const state = z.tuple([
  z.literal(VERSION),
  z.enum(PASSAGE_ACTIONS),
  part,
  part,
  part,
  z.string().regex(/^[\w-]{8}$/),
  z.string().regex(/^[^|\p{Cc}]*$/u),
]);

export function passageHash(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, HASH_LENGTH);
}

/** The custom id of a button under `quote`; undefined where it does not fit into Discord's limit. */
export function buttonId(quote: Quote, action: PassageAction, argument = ""): string | undefined {
  const path = quote.reference.slice(quote.work.length + 1);
  const parts = [VERSION, action, quote.work, path, quote.witness, passageHash(quote.text), argument];
  const id = parts.join(SEPARATOR);
  return id.length <= LONGEST && parseButtonId(id) ? id : undefined;
}

/** Reads a custom id; undefined for anything that `buttonId` would not have written. */
export function parseButtonId(id: string): ButtonState | undefined {
  if (id.length > LONGEST) return undefined;
  const parsed = state.safeParse(id.split(SEPARATOR));
  if (!parsed.success) return undefined;
  const [, action, work, path, witness, hash, argument] = parsed.data;
  return { action, work, path, witness, hash, argument };
}
