import base from "../../vitest.config.js";

// They take the programs of PostgreSQL and Redis: npm run test:services.
// eslint-disable-next-line no-restricted-exports -- vitest asks for it
export default { ...base, test: { ...base.test, include: ["test/services/*.test.ts"], exclude: [] } };
