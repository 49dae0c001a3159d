// The goals of the project, held against what was measured; and what must hold whatever the machine does.

/** Process start to first answer: no slower than plain. */
const COLD_TO_PLAIN = 1;
/** Warm question, p50, in multiples of the limit. */
const WARM_TO_LIMIT = 1.3;
/** Paragraphs per second, in multiples of plain's. */
const BUILD_TO_PLAIN = 1.2;
/** The event loop held by embedding, ms. */
const LOOP_HELD = 25;

/** @returns {{ what: string, corpus: string, value: string, goal: string, met: boolean }[]} */
export function judge(results) {
  const times = ({ ratio, low, high }) => `${ratio.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
  return Object.values(results).flatMap(({ title, cold, warm, build }) => [
    {
      what: "process start to first answer ÷ plain",
      corpus: title,
      value: times(cold.toPlain),
      goal: `≤ ${COLD_TO_PLAIN.toFixed(2)}`,
      met: cold.toPlain.ratio <= COLD_TO_PLAIN,
    },
    {
      what: "warm question, p50 ÷ limit",
      corpus: title,
      value: times(warm.toLimit),
      goal: `≤ ${WARM_TO_LIMIT.toFixed(2)}`,
      met: warm.toLimit.ratio <= WARM_TO_LIMIT,
    },
    {
      what: "build, paragraphs/s ÷ plain",
      corpus: title,
      value: times(build.rateToPlain),
      goal: `≥ ${BUILD_TO_PLAIN.toFixed(2)}`,
      met: build.rateToPlain.ratio >= BUILD_TO_PLAIN,
    },
    {
      what: "event loop held while embedding, longest",
      corpus: title,
      value: `${build.eventLoop.embeddingMax.toFixed(1)} ms`,
      goal: `≤ ${LOOP_HELD} ms`,
      met: build.eventLoop.embeddingMax <= LOOP_HELD,
    },
  ]);
}

/** @returns {string[]} what is wrong, in sentences; empty when all holds */
export function failuresOf(results) {
  return Object.values(results).flatMap(({ title, warm: { identity, agreement } }) => {
    const found = [];
    if (identity.bad.length > 0)
      found.push(
        `${title}: ${identity.bad.length} of ${identity.quotes} quotes are not what their file says: ${identity.bad.slice(0, 5).join("; ")}.`,
      );
    if (identity.quotes === 0) found.push(`${title}: no quote was shown at all.`);
    if (agreement.engine !== "hnsw")
      found.push(`${title}: the search ran on "${agreement.engine}", not HNSW.`);
    for (const kind of ["passages", "sentences"]) {
      if (agreement.questions === 0 || agreement[kind] < agreement.questions)
        found.push(
          `${title}: HNSW's ten best ${kind} are the exact ten best for ${agreement[kind]} of ${agreement.questions} questions.`,
        );
    }
    return found;
  });
}
