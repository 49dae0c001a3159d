import base from "../../vitest.config.js";

// Builds that are killed take minutes: npm run test:faults, and its short form.
// eslint-disable-next-line no-restricted-exports -- vitest asks for it
export default { ...base, test: { ...base.test, include: ["test/faults/*.test.ts"], exclude: [] } };
