// The model as every contender but quoth and the floor uses it: transformers.js' pipeline on the same file, one text
// at a time (batches make the int8 model slower: see DESIGN.md).
import { existsSync, readFileSync } from "node:fs";
import { env, pipeline } from "@xenova/transformers";
import { MODEL, MODELS } from "../places.js";

export const DIMENSIONS = 384;

/**
 * @param {string | undefined} dir where texts.json and the vectors of these texts lie (limit.f32), if they are to be
 *   handed over rather than made
 * @returns {Promise<(text: string) => Promise<number[]>>}
 */
export async function openEmbed(dir) {
  const known = dir === undefined ? new Map() : readVectors(dir);
  env.allowRemoteModels = false;
  env.localModelPath = MODELS;
  const extract = await pipeline("feature-extraction", MODEL);
  return async (text) => {
    const ready = known.get(text);
    if (ready) return Array.from(ready);
    const output = await extract(text, { pooling: "mean", normalize: true });
    return Array.from(output.data);
  };
}

function readVectors(dir) {
  const file = `${dir}/limit.f32`;
  if (!existsSync(file)) throw new Error(`There are no vectors in ${dir}.`);
  const bytes = readFileSync(file);
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const texts = JSON.parse(readFileSync(`${dir}/texts.json`, "utf8"));
  return new Map(texts.map((text, at) => [text, all.subarray(at * DIMENSIONS, (at + 1) * DIMENSIONS)]));
}
