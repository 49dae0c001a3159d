/** What the command line does to the world outside, so that tests can watch it. */
export interface Io {
  /** Answers, each with its line end. */
  out(text: string): void;
  /** Everything else. */
  err(text: string): void;
  /** Lines of standard input, without their ends. */
  lines(): AsyncIterable<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly columns: number | undefined;
}
