const COMMAND = /\bquoth:ignore\b/;
/** A line that is nothing but the comment: it speaks for what follows. */
const COMMENT_LINE =
  /^\s*(?:<!--[^\n]*-->|\[\/\/\]:[^\n]*|\/\/[^\n]*|#[^\n]*|%[^\n]*|\{#[^\n]*|quoth:ignore[^\n]*)\s*$/;

/**
 * Says of a quotation on the lines `first`..`last` (from 1) whether it is silenced: "quoth:ignore" stands on one
 * of them, or on a line of its own before them. Each line is read once, however many quotations it holds.
 */
export function ignoredLines(lines: readonly string[]): (first: number, last: number) => boolean {
  /** How many of the lines before each one hold the command. */
  const commands = [0];
  /** Whether the last line with words before each one speaks for what follows. */
  const announced = [false];
  for (const line of lines) {
    const commanded = COMMAND.test(line);
    commands.push((commands.at(-1) ?? 0) + (commanded ? 1 : 0));
    announced.push(line.trim() === "" ? announced.at(-1) === true : commanded && COMMENT_LINE.test(line));
  }
  return (first, last) => (commands[last] ?? 0) > (commands[first - 1] ?? 0) || announced[first - 1] === true;
}
