/** Words of some elements, gathered while the document is read: names of speakers, of writers. */
export interface Captures {
  readonly begin: (depth: number, done: (words: string) => void) => void;
  readonly add: (words: string) => void;
  /** What is lifted out from here on is no part of what is being gathered. */
  readonly suspend: () => void;
  readonly resume: () => void;
  /** Ends those that began at `depth`. */
  readonly end: (depth: number) => void;
}

/** Names are short: what is longer is cut, UTF-16 units. */
const LONGEST = 200;

export function createCaptures(): Captures {
  const open: {
    readonly depth: number;
    readonly level: number;
    words: string;
    readonly done: (words: string) => void;
  }[] = [];
  let level = 0;
  return {
    begin: (depth, done) => void open.push({ depth, level, words: "", done }),
    add(words) {
      for (const capture of open) {
        if (capture.level === level && capture.words.length < LONGEST) capture.words += words;
      }
    },
    suspend: () => void (level += 1),
    resume: () => void (level -= 1),
    end(depth) {
      while (open.at(-1)?.depth === depth) {
        const capture = open.pop();
        const words = capture?.words.replace(/\s+/g, " ").trim().slice(0, LONGEST) ?? "";
        if (words !== "") capture?.done(words);
      }
    },
  };
}
