/** One line of autocomplete: `name` is shown (a reference and its first words), `value` resolves by `quote`. */
export interface Suggestion {
  readonly name: string;
  readonly value: string;
}
