import { makeQuote } from "../../edition/make-quote.js";
import type { Quote } from "../../edition/quote.js";
import { parseReference } from "../../edition/reference.js";
import { resolvePath } from "../../edition/resolve-path.js";
import type { Work } from "../../edition/work.js";

/**
 * The sentences of a quote, as the state remembers them: each under the first edition that reads so, so that the
 * same words from another edition count as the same.
 */
export function seenSentences(works: readonly Work[], quote: Quote): readonly string[] {
  const work = works.find(({ id }) => id === quote.work);
  const witness = work?.witnesses.find(({ siglum }) => siglum === quote.witness);
  const reference = parseReference(pathOfQuote(quote));
  if (!work || !witness || !reference) return [`${quote.reference}@${quote.witness}`];
  return resolvePath(witness, reference).flatMap(({ passage, from, to }) =>
    Array.from({ length: to - from }, (_, at) => {
      const one = makeQuote(work, { witness, passage, from: from + at, to: from + at + 1 });
      return `${work.id}:${passage.sentences[from + at]?.path ?? passage.path}@${one.witnesses[0] ?? quote.witness}`;
    }),
  );
}

/** "3.1" of a quote whose reference is "jfk-1961-04-18:3.1". */
export function pathOfQuote({ reference, work }: Pick<Quote, "reference" | "work">): string {
  return reference.startsWith(`${work}:`) ? reference.slice(work.length + 1) : reference;
}
