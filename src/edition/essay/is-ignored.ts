const COMMAND = /\bquoth:ignore\b/;
/** A line that is nothing but the comment: it speaks for what follows. */
const COMMENT_LINE =
  /^\s*(?:<!--[^\n]*-->|\[\/\/\]:[^\n]*|\/\/[^\n]*|#[^\n]*|%[^\n]*|\{#[^\n]*|quoth:ignore[^\n]*)\s*$/;

/**
 * Whether a quotation on the lines `first`..`last` (from 1) is silenced: "quoth:ignore" stands on one of them,
 * or on a line of its own before them.
 */
export function isIgnored(lines: readonly string[], first: number, last: number): boolean {
  for (let line = first; line <= last; line += 1) if (COMMAND.test(lines[line - 1] ?? "")) return true;
  let before = first - 1;
  while (before > 0 && (lines[before - 1] ?? "").trim() === "") before -= 1;
  const text = lines[before - 1] ?? "";
  return COMMAND.test(text) && COMMENT_LINE.test(text);
}
