import fc from "fast-check";

/** Predictions with many ties. */
export const predictions = fc.array(
  fc.record({ probability: fc.integer({ min: 0, max: 20 }).map((n) => n / 20), right: fc.boolean() }),
  { maxLength: 40 },
);
