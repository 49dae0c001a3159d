const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/g;

/**
 * `text` such that Discord shows it character for character.
 *
 * A backslash stands before every ASCII punctuation sign, not before the known Markdown signs alone: Discord
 * drops the backslash before any of them, and headings, lists, `-#`, bare addresses, mentions, time stamps and
 * whatever sign is given a meaning next year all begin with one.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(ASCII_PUNCTUATION, "\\$&");
}

/** The length of `escapeMarkdown(text)`: what counts toward Discord's limits. */
export function escapedLength(text: string): number {
  return text.length + (text.match(ASCII_PUNCTUATION)?.length ?? 0);
}
