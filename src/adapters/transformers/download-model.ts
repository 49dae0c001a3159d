import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { QuothError } from "../../edition/quoth-error.js";
import { makeFolder } from "../files/make-folder.js";
import { locateModel } from "./locate-model.js";
import type { ModelFiles } from "./model-files.js";

export interface DownloadOptions {
  readonly modelsDir: string;
  /** "Xenova/all-MiniLM-L12-v2". */
  readonly id: string;
  /** Base address of the hub. */
  readonly host: string;
  /** Called with a file's name and the share of it that has come, 0 to 1. */
  readonly onProgress?: (file: string, share: number) => void;
}

const FILES = ["config.json", "tokenizer.json", "tokenizer_config.json"];

/**
 * Brings a transformers.js model from a hub into the models folder. It is loaded below a temporary name and
 * renamed when it is whole, so that a broken download is never mistaken for a model.
 * @throws QuothError `model-download`.
 */
export async function downloadModel({
  modelsDir,
  id,
  host,
  onProgress,
}: DownloadOptions): Promise<ModelFiles> {
  const { env } = await import("@xenova/transformers/src/env.js");
  const { getModelFile } = await import("@xenova/transformers/src/utils/hub.js");
  const incoming = path.join(modelsDir, `.incoming-${process.pid}`);
  env.allowRemoteModels = true;
  env.allowLocalModels = false;
  env.cacheDir = incoming;
  env.remoteHost = host.endsWith("/") ? host : `${host}/`;
  const options = {
    progress_callback: (event: { status: string; file?: string; progress?: number }): void => {
      if (event.status === "progress") onProgress?.(event.file ?? id, (event.progress ?? 0) / 100);
    },
  };
  try {
    for (const file of FILES) await getModelFile(id, file, true, options);
    const quantised = await getModelFile(id, "onnx/model_quantized.onnx", false, options);
    if (!quantised) await getModelFile(id, "onnx/model.onnx", true, options);
    const target = path.join(modelsDir, id);
    makeFolder(path.dirname(target));
    await rm(target, { recursive: true, force: true });
    await rename(path.join(incoming, id), target);
  } catch (cause) {
    throw new QuothError("model-download", `The model ${id} could not be brought from ${host}.`, {
      remedy:
        "Check the name and the connection; QUOTH_HUB names another hub, and without QUOTH_MODEL the bundled model serves.",
      cause,
    });
  } finally {
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    await rm(incoming, { recursive: true, force: true });
  }
  const files = await locateModel(modelsDir, id);
  if (!files)
    throw new QuothError("model-download", `The hub sent no ONNX file for ${id}.`, {
      remedy: "Name a model made for transformers.js.",
    });
  return files;
}
