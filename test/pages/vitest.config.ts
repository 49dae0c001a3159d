import base from "../../vitest.config.js";

// eslint-disable-next-line no-restricted-exports -- vitest asks for it
export default { ...base, test: { ...base.test, include: ["test/pages/*.test.ts"], exclude: [] } };
