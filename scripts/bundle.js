// Bundles the command line and the encoder: a start loads four files instead of two hundred, which halves its time
// (npm run bench). tsc has compiled and checked everything before; what is bundled is its output, and the library
// (dist/quoth.js) stays as tsc wrote it.
import { rolldown } from "rolldown";

const bundle = await rolldown({
  input: {
    main: "dist/main.js",
    "encoder-process": "dist/adapters/transformers/encoder-process.js",
  },
  platform: "node",
  // What is native, what loads files of its own, and what only the bot needs stay packages.
  external: [
    /^node:/,
    "hnswlib-node",
    "onnxruntime-node",
    "discord.js",
    "better-sqlite3",
    "ioredis",
    "pg",
    "pino",
    "prom-client",
    "rate-limiter-flexible",
    "sharp",
  ],
  logLevel: "silent",
});
await bundle.write({
  dir: "dist",
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "chunk-[name].js",
  minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
});
await bundle.close();
