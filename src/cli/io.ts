/** What the command line does to the world outside, so that tests can watch it. */
export interface Io {
  /** Answers, each with its line end. */
  out(text: string): void;
  /** Everything else. */
  err(text: string): void;
  /** Lines of standard input, without their ends. */
  lines(): AsyncIterable<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What is typed at a terminal, with its history; Ctrl-C ends it. For other input, `lines`. */
  typed?(): AsyncIterable<string>;
  /** Whether somebody is there to be asked; not, unless it is said. */
  readonly inIsTerminal?: boolean;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly columns: number | undefined;
}
