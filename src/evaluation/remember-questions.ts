import type { Embedder, EncodedQuestion } from "../retrieval/embedder.js";

/** An embedder that encodes each question once, however often it is asked: measuring asks every one several times. */
export function rememberQuestions(embedder: Embedder): Embedder {
  const known = new Map<string, Promise<EncodedQuestion>>();
  return {
    model: embedder.model,
    encodePassages: (passages, onDone) => embedder.encodePassages(passages, onDone),
    encodeEach: (passages, each) => embedder.encodeEach(passages, each),
    encodeQuestion(text) {
      let encoded = known.get(text);
      if (!encoded) known.set(text, (encoded = embedder.encodeQuestion(text)));
      return encoded;
    },
    close: () => embedder.close(),
  };
}
