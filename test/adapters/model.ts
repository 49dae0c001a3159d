import path from "node:path";
import { fileURLToPath } from "node:url";
import { DEFAULT_MODEL } from "../../src/adapters/transformers/default-model.js";
import { openModel } from "../../src/adapters/transformers/open-model.js";
import type { Embedder } from "../../src/retrieval/embedder.js";

export const MODELS = fileURLToPath(new URL("../../embeddings/models/", import.meta.url));
export const BUNDLED = path.join(MODELS, DEFAULT_MODEL);

/** The bundled model, one encoder unless said otherwise. */
export function openBundled(workers = 1): Promise<Embedder> {
  return openModel({ modelsDir: MODELS, model: undefined, hub: "http://127.0.0.1:9", workers });
}
