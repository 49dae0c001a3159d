import { QuothError } from "../../edition/quoth-error.js";
import type { Embedder } from "../../retrieval/embedder.js";
import { createEmbedder } from "./create-embedder.js";
import type { Encoder } from "./start-encoder.js";
import { downloadModel } from "./download-model.js";
import { DEFAULT_MODEL } from "./default-model.js";
import { identifyModel, locateModel } from "./locate-model.js";
import type { ModelFiles } from "./model-files.js";

/** An encoder that was started before the settings were read, so that it loads while the rest does. */
export interface EarlyEncoder {
  readonly dir: string;
  readonly encoder: Promise<Encoder>;
}

export interface ModelOptions {
  readonly modelsDir: string;
  /** A folder below `modelsDir`, or a name on the hub; the bundled model unless given. */
  readonly model: string | undefined;
  readonly hub: string;
  readonly workers: number;
  /** An encoder that was started early, and the folder of its model. */
  readonly early?: EarlyEncoder | undefined;
  readonly onDownload?: (file: string, share: number) => void;
}

/**
 * Opens the model that the settings name, after bringing it from the hub where it is not on this disk.
 * @throws QuothError `model-missing`, `model-damaged`, `model-download`, `settings`.
 */
export async function openModel(options: ModelOptions): Promise<Embedder> {
  const files = await obtainModel(options);
  const { early } = options;
  if (early?.dir === files.dir)
    return createEmbedder(files, identifyModel(files), options.workers, early.encoder);
  return createEmbedder(files, identifyModel(files), options.workers);
}

export async function obtainModel({
  modelsDir,
  model = DEFAULT_MODEL,
  hub,
  onDownload,
}: ModelOptions): Promise<ModelFiles> {
  if (!/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)?$/.test(model)) {
    throw new QuothError("settings", `QUOTH_MODEL is "${model}", which is no name of a model.`, {
      remedy: "Name one as the hub does: Xenova/all-MiniLM-L12-v2",
    });
  }
  const found = await locateModel(modelsDir, model);
  if (found) return found;
  if (!model.includes("/")) {
    throw new QuothError("model-missing", `The embedding model ${model} is not in ${modelsDir}.`, {
      remedy: "Restore the folder from version control: git checkout -- embeddings/models",
    });
  }
  return downloadModel({
    modelsDir,
    id: model,
    host: hub,
    ...(onDownload === undefined ? {} : { onProgress: onDownload }),
  });
}
