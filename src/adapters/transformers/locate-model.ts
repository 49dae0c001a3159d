import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { QuothError } from "../../edition/quoth-error.js";
import type { ModelIdentity } from "../../retrieval/embedder.js";
import { hashFile } from "../files/hash-file.js";
import type { ModelFiles } from "./model-files.js";
import { damagedModel } from "./damaged-model.js";

const provenanceSchema = z.object({ files: z.record(z.string(), z.string()) });
const configSchema = z.object({ hidden_size: z.number().int().positive() });

/**
 * Finds a model by name below the models folder.
 * @returns undefined where it is not there (then it may be downloaded).
 */
export async function locateModel(modelsDir: string, id: string): Promise<ModelFiles | undefined> {
  const dir = path.join(modelsDir, id);
  for (const [file, dtype] of [
    ["onnx/model_quantized.onnx", "int8"],
    ["onnx/model.onnx", "fp32"],
  ] as const) {
    const onnxFile = path.join(dir, file);
    if (await isFile(onnxFile)) return { id, dir, onnxFile, dtype };
  }
  return undefined;
}

/**
 * Hashes the model, and holds it to its provenance.json where it has one.
 * @throws QuothError `model-damaged`.
 */
export async function identifyModel(files: ModelFiles): Promise<ModelIdentity> {
  try {
    const [sha256, config] = await Promise.all([
      hashFile(files.onnxFile),
      readJson(path.join(files.dir, "config.json")),
    ]);
    const { hidden_size } = configSchema.parse(config);
    await checkProvenance(files, sha256);
    return { id: files.id, sha256, dtype: files.dtype, dimensions: hidden_size };
  } catch (cause) {
    if (cause instanceof QuothError) throw cause;
    throw damagedModel(files, "cannot be read", cause);
  }
}

async function checkProvenance(files: ModelFiles, onnxHash: string): Promise<void> {
  const file = path.join(files.dir, "provenance.json");
  if (!(await isFile(file))) return;
  const { files: expected } = provenanceSchema.parse(await readJson(file));
  for (const [name, hash] of Object.entries(expected)) {
    const absolute = path.join(files.dir, name);
    const found = absolute === files.onnxFile ? onnxHash : await hashFile(absolute);
    if (found !== hash) throw damagedModel(files, `has a changed file: ${name}`);
  }
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, "utf8")) as unknown;
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
