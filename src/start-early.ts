import { existsSync } from "node:fs";
import path from "node:path";
import { DEFAULT_MODEL } from "./adapters/transformers/default-model.js";
import type { EarlyEncoder } from "./adapters/transformers/open-model.js";
import { startEncoder } from "./adapters/transformers/start-encoder.js";
import { homeFolder } from "./home.js";

/** Commands whose first need is the model. */
const NEED_THE_MODEL: ReadonlySet<string | undefined> = new Set(["ask", "chat"]);
/** Models of the hub have an owner before a slash; what else is no name is refused when the settings are read. */
const BUNDLED_NAME = /^[\w-][\w.-]*$/;

/**
 * Starts the encoder of a bundled model before anything else is imported, where the command line will need it:
 * it loads in its own process while this one reads the corpus. Where a model of the hub is set, nothing is started.
 */
export function startEarly(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): EarlyEncoder | undefined {
  if (!NEED_THE_MODEL.has(argv[0]) || argv.includes("--help")) return undefined;
  const id = env["QUOTH_MODEL"] || DEFAULT_MODEL;
  if (!BUNDLED_NAME.test(id)) return undefined;
  const dir = path.join(homeFolder(), "embeddings", "models", id);
  const onnxFile = path.join(dir, "onnx", "model_quantized.onnx");
  if (!existsSync(onnxFile)) return undefined;
  const encoder = startEncoder({ id, dir, onnxFile });
  // Whoever opens the model hears of a failure; where nobody does, it does not matter.
  encoder.catch(() => undefined);
  return { dir, encoder };
}
