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

interface ButtonOptions {
  /** Sigla of the work's editions, in their order. */
  readonly editions: readonly string[];
  /** Whether the passage answers a question, which it may not do. */
  readonly asked?: boolean;
}

/** What can be had with one tap from a passage: what stands around it, its notes, other editions, a citation. */
export function passageButtons(quote: Quote, { editions, asked = false }: ButtonOptions): readonly Button[] {
  const buttons: (Button | undefined)[] = [];
  if (quote.layer === "text") {
    buttons.push(button(quote, "before", "◂ Before"), button(quote, "after", "After ▸"));
    if (isPart(quote)) buttons.push(button(quote, "whole", "Whole paragraph"));
    const next = editionAfter(quote.witness, editions);
    if (next !== undefined) buttons.push(button(quote, "edition", `In ${next}`, next));
    const labels = [...new Set(quote.markers.map(({ label }) => label))].slice(0, NOTES_AT_MOST);
    buttons.push(...labels.map((label) => button(quote, "note", `Note ${label}`, label)));
  }
  buttons.push(button(quote, "cite", "Cite", DEFAULT_STYLE));
  if (asked) buttons.push(button(quote, "other", "Not what I asked"));
  return buttons.filter((one) => one !== undefined);
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
  return id === undefined ? undefined : { type: 2, style: 2, label: clipText(label, LABEL_ROOM), custom_id: id };
}

/** Whether the quote is sentences of a passage rather than the whole of it. */
function isPart({ reference, work }: Quote): boolean {
  return /^(?:\d+[a-z]*|opener|closer)\./.test(reference.slice(work.length + 1));
}

/** The editions follow each other round; none where there is but one. */
function editionAfter(siglum: string, editions: readonly string[]): string | undefined {
  const next = editions[(editions.indexOf(siglum) + 1) % editions.length];
  return next === siglum ? undefined : next;
}
