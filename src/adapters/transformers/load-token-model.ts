import { readFile } from "node:fs/promises";
import path from "node:path";
import ort from "onnxruntime-node";
import type { TokenModel } from "./encode.js";
import type { OpenRequest } from "./encoder-protocol.js";

interface ModelConfig {
  readonly hidden_size: number;
  readonly max_position_embeddings?: number;
}

/** all-MiniLM and its kin were trained with 256 word pieces, two of them [CLS] and [SEP]. */
const MOST_PIECES = 256;

/**
 * Opens a transformers.js model folder: its tokenizer by transformers.js, its session by path, because
 * onnxruntime-node 1.14 heeds the session's options only then. One thread a session: two encoders of one
 * thread each beat one session of two by 1.4 (shared performance notes; `npm run bench` measures it again).
 */
export async function loadTokenModel({
  modelDir,
  onnxFile,
}: Pick<OpenRequest, "modelDir" | "onnxFile">): Promise<TokenModel> {
  // Only the tokenizer's module: the package's entry brings image and audio processing along.
  const [{ AutoTokenizer }, { env }] = await Promise.all([
    import("@xenova/transformers/src/tokenizers.js"),
    import("@xenova/transformers/src/env.js"),
  ]);
  env.allowRemoteModels = false;
  env.localModelPath = path.dirname(modelDir);
  const session = await ort.InferenceSession.create(onnxFile, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
  });
  const tokenizer = await AutoTokenizer.from_pretrained(path.basename(modelDir), { local_files_only: true });
  const encode = (text: string, special: boolean): number[] =>
    tokenizer.encode(text, null, { add_special_tokens: special });
  // [CLS] and [SEP], whatever this model calls them: what the tokenizer puts around nothing.
  const [first, last] = encode("", true);
  if (first === undefined || last === undefined) throw new Error("the tokenizer adds no special tokens");
  const output = session.outputNames.includes("last_hidden_state")
    ? "last_hidden_state"
    : (session.outputNames[0] as string);

  const forward = async (pieces: readonly number[]): Promise<Float32Array> => {
    const ids = BigInt64Array.from([first, ...pieces, last], BigInt);
    const dims = [1, ids.length];
    const feeds: Record<string, ort.Tensor> = {
      input_ids: new ort.Tensor("int64", ids, dims),
      attention_mask: new ort.Tensor("int64", new BigInt64Array(ids.length).fill(1n), dims),
    };
    if (session.inputNames.includes("token_type_ids")) {
      feeds["token_type_ids"] = new ort.Tensor("int64", new BigInt64Array(ids.length), dims);
    }
    const result = await session.run(feeds);
    return (result[output] as ort.Tensor).data as Float32Array;
  };
  const config = JSON.parse(await readFile(path.join(modelDir, "config.json"), "utf8")) as ModelConfig;
  const windowPieces = Math.min(MOST_PIECES, config.max_position_embeddings ?? MOST_PIECES) - 2;
  return { dimensions: config.hidden_size, windowPieces, tokenize: (text) => encode(text, false), forward };
}
