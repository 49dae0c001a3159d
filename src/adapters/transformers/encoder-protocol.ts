import type { EncodedPassage, EncodedQuestion } from "../../retrieval/embedder.js";

/** The first message to an encoder: the model to open. */
export interface OpenRequest {
  readonly kind: "open";
  /** Folder with tokenizer.json and onnx/. */
  readonly modelDir: string;
  readonly onnxFile: string;
}

export type EncodeRequest =
  | { readonly id: number; readonly kind: "question"; readonly text: string }
  | { readonly id: number; readonly kind: "passage"; readonly sentences: readonly string[] };

export type EncoderReply =
  | { readonly kind: "ready" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly id: number; readonly kind: "question"; readonly encoded: EncodedQuestion }
  | { readonly id: number; readonly kind: "passage"; readonly encoded: EncodedPassage }
  | { readonly id: number; readonly kind: "error"; readonly message: string };
