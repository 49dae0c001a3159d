import { existsSync } from "node:fs";
import path from "node:path";
import type { EarlyEncoder } from "./adapters/transformers/open-model.js";
import { startEncoder } from "./adapters/transformers/start-encoder.js";
import { homeFolder } from "./home.js";

/** Commands whose first need is the model. */
const NEED_THE_MODEL: ReadonlySet<string | undefined> = new Set(["ask", "chat"]);
const BUNDLED = "all-MiniLM-L6-v2";

/**
 * Starts the encoder of the bundled model before anything else is imported, where the command line will need it:
 * it loads in its own process while this one reads the corpus. Where another model is set, nothing is started.
 */
export function startEarly(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): EarlyEncoder | undefined {
  if (!NEED_THE_MODEL.has(argv[0]) || argv.includes("--help") || (env["QUOTH_MODEL"] ?? "") !== "")
    return undefined;
  const dir = path.join(homeFolder(), "embeddings", "models", BUNDLED);
  const onnxFile = path.join(dir, "onnx", "model_quantized.onnx");
  if (!existsSync(onnxFile)) return undefined;
  const encoder = startEncoder({ id: BUNDLED, dir, onnxFile });
  // Whoever opens the model hears of a failure; where nobody does, it does not matter.
  encoder.catch(() => undefined);
  return { dir, encoder };
}
