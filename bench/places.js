import { fileURLToPath } from "node:url";
import { DEFAULT_MODEL } from "../dist/adapters/transformers/default-model.js";

const at = (relative) => fileURLToPath(new URL(relative, import.meta.url));

export const LETTER_CORPUS = at("../corpus");
export const LETTER_QUESTIONS = at("../test/data/letter-questions.jsonl");
export const LABELLED_QUOTATIONS = at("../test/data/labelled-quotations.jsonl");
export const XQUAD = at("../test/data/xquad.en.json");
export const MODELS = at("../embeddings/models");
export const MODEL = DEFAULT_MODEL;
export const MODEL_FILE = at(`../embeddings/models/${MODEL}/onnx/model_quantized.onnx`);
export const QUOTH = at("../dist/main.js");
export const PLAIN = at("plain.js");
export const LIMIT = at("limit.js");
export const QUOTH_SERVE = at("quoth-serve.js");
export const QUOTH_BUILD = at("quoth-build.js");
