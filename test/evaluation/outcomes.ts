import fc from "fast-check";
import type { Outcome } from "../../src/evaluation/outcome.js";

/** An outcome, right in every way unless told. */
export function outcome(more: Partial<Outcome> & Pick<Outcome, "id">): Outcome {
  const answerable = more.answerable ?? true;
  return {
    kind: answerable ? "paraphrase" : "off-topic",
    answerable,
    foreign: false,
    confidence: answerable ? 0.9 : 0.1,
    answered: { default: answerable, strict: answerable },
    ...(answerable
      ? { passage: 1, sentence: { accepted: 1 }, quote: { accepted: 1 } }
      : { sentence: {}, quote: {} }),
    ...more,
  };
}

const rank = fc.option(fc.integer({ min: 1, max: 6 }), { nil: null });

/** Any outcomes, with ids of their own. */
export const outcomes = fc
  .array(
    fc.record({
      answerable: fc.boolean(),
      confidence: fc.integer({ min: 0, max: 10 }).map((n) => n / 10),
      passage: rank,
      sentence: rank,
      quote: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
      answered: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map((list) =>
    list.map(({ answerable, confidence, passage, sentence, quote, answered }, at) =>
      outcome({
        id: `q${at}`,
        answerable,
        confidence,
        answered: { default: answered, strict: answered && confidence > 0.5 },
        ...(answerable ? { passage, sentence: { accepted: sentence }, quote: { accepted: quote } } : {}),
      }),
    ),
  );
