import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const local = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Where CI wants the counts written.
const results = process.env["QUOTH_TEST_RESULTS"];

export default defineConfig({
  plugins: [
    {
      name: "compiled-encoder",
      enforce: "pre",
      // The encoder is forked, and a forked process reads plain JavaScript: `npm test` builds dist/ beforehand.
      resolveId: (source) =>
        /(?:^|\/)encoder-url\.js$/.test(source)
          ? local("./dist/adapters/transformers/encoder-url.js")
          : undefined,
    },
  ],
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/seed-properties.ts"],
    // They take a browser: npm run pictures, npm run test:pages; or database servers: npm run test:services; or
    // minutes: npm run test:faults.
    exclude: ["test/pictures/**", "test/pages/**", "test/services/**", "test/faults/**"],
    // A process for each file: onnxruntime-node and hnswlib-node do not bear several threads in one process.
    pool: "forks",
    // Encoders are processes of their own; two files at a time keep two cores busy.
    maxWorkers: 2,
    // Time is no assertion: a busy machine is slow, not wrong.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    retry: 0,
    ...(results ? { reporters: ["default", "json"], outputFile: { json: results } } : {}),
  },
});
