import type { ModelIdentity } from "../../retrieval/embedder.js";

/** Where a model lies on this disk. */
export interface ModelFiles {
  readonly id: string;
  readonly dir: string;
  readonly onnxFile: string;
  readonly dtype: ModelIdentity["dtype"];
}
