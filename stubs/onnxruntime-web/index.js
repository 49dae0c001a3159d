// transformers.js 2.17 imports both runtimes and uses onnxruntime-node under Node. Loading the other one took 130 ms of
// each start (npm run bench), so an npm override puts this empty module in its place.
export const env = { wasm: {} };
export const InferenceSession = undefined;
export const Tensor = undefined;
