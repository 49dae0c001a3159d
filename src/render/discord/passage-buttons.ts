import type { Quote } from "../../edition/quote.js";
import { type PassageAction, buttonId } from "./button-state.js";
import { clipText } from "./clip-text.js";
import type { Button } from "./message-payload.js";

/** Discord's limit for a label is 80; a row of five of these still stands on one line. */
const LABEL_ROOM = 30;
/** More note signs than this in one passage are left to `/notes`. */
const NOTES_AT_MOST = 3;
/** What a citation is made in when nothing was asked for. */
export const DEFAULT_STYLE = "chicago-note";

/** What stands around a passage; what is left out is not there. */
export interface Surroundings {
  readonly before?: boolean;
  readonly after?: boolean;
  /** Whether the passage is sentences of a larger one. */
  readonly whole?: boolean;
  /** What that larger one is called; a paragraph unless given. */
  readonly unit?: string;
  /** The edition that the next look goes to. */
  readonly edition?: string;
}

/**
 * What can be had with one tap from a passage: what stands around it, its notes, other editions, a citation.
 * @param asked whether it answers a question, which it may not do.
 */
export function passageButtons(quote: Quote, around: Surroundings, asked = false): readonly Button[] {
  const labels = [...new Set(quote.markers.map(({ label }) => label))].slice(0, NOTES_AT_MOST);
  return [
    around.before && button(quote, "before", "◂ Before"),
    around.after && button(quote, "after", "After ▸"),
    around.whole && button(quote, "whole", `Whole ${around.unit ?? "paragraph"}`),
    around.edition !== undefined && button(quote, "edition", `In ${around.edition}`, around.edition),
    ...labels.map((label) => button(quote, "note", `Note ${label}`, label)),
    button(quote, "cite", "Cite", DEFAULT_STYLE),
    asked && button(quote, "other", "Not what I asked"),
  ].filter((one) => typeof one === "object");
}

/** The button under a passage that was cut: it goes on at this offset of the passage's text. */
export function continueButton(quote: Quote, offset: number): readonly Button[] {
  const one = button(quote, "continue", "Continue ▸", offset.toString(36));
  return one ? [one] : [];
}

export function button(
  quote: Quote,
  action: PassageAction,
  label: string,
  argument?: string,
): Button | undefined {
  const id = buttonId(quote, action, argument);
  return id === undefined
    ? undefined
    : { type: 2, style: 2, label: clipText(label, LABEL_ROOM), custom_id: id };
}
