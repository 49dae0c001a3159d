import { clipText } from "./clip-text.js";
import { escapeMarkdown, escapedLength } from "./escape-markdown.js";
import type { TextDisplay } from "./message-payload.js";

/** By this id the line is found again in a message that Discord gives back. */
export const QUESTION_ID = 7001;
const PREFIX = "-# Asked: ";
const ROOM = 250;

/**
 * The question under its answer, so that everybody sees what was asked and "Not what I asked" can be pressed
 * for ever without anything being stored. Undefined for a blank one.
 */
export function questionLine(question: string): TextDisplay | undefined {
  const shown = clipText(question, ROOM, escapedLength);
  return shown === "" ? undefined : { type: 10, id: QUESTION_ID, content: PREFIX + escapeMarkdown(shown) };
}

/** The question that `questionLine` wrote, as far as it had room; undefined where it did not write one. */
export function readQuestionLine(content: string): string | undefined {
  if (!content.startsWith(PREFIX)) return undefined;
  const question = content.slice(PREFIX.length).replace(/\\([!-/:-@[-`{-~])/g, "$1");
  const whole = question.replace(/…$/, "").trimEnd();
  return whole === "" ? undefined : whole;
}
