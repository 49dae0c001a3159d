import { makeQuote } from "../../../src/edition/make-quote.js";
import type { Work } from "../../../src/edition/work.js";

/** What is read of a work's first witness, sentence by sentence: path, and words with markup stepped over. */
export function readings(work: Work): readonly (readonly [string, string])[] {
  const [witness] = work.witnesses;
  return witness.passages.flatMap((passage) =>
    passage.sentences.map((sentence, from) => {
      const { text } = makeQuote(work, { witness, passage, from, to: from + 1 });
      return [sentence.path, text.replace(/\s+/g, " ")] as const;
    }),
  );
}
