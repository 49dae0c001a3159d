import type { Io } from "../io.js";

/** Puts questions to the person at the terminal. */
export interface Asker {
  /** The answer; undefined where there comes none any more. */
  readonly line: (question: string) => Promise<string | undefined>;
  readonly close: () => void;
}

/** Asks on stderr and reads standard input; Ctrl-C and Ctrl-D end it. */
export function createAsker(io: Io): Asker {
  const typed = io.typed?.() ?? io.lines();
  const answers = typed[Symbol.asyncIterator]();
  return {
    async line(question) {
      io.err(question);
      const next = await answers.next();
      return next.done ? undefined : next.value;
    },
    close: () => void answers.return?.(),
  };
}
