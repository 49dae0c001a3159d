import type { Embedder, EncodedPassage } from "../../src/retrieval/embedder.js";

/** The real vectors, each passage's made once: for tests of what becomes of them. */
export function rememberingEmbedder(real: Embedder): Embedder {
  const known = new Map<string, EncodedPassage>();
  const encode = async (sentences: readonly string[]): Promise<EncodedPassage> => {
    const text = sentences.join(" ");
    const passage = known.get(text) ?? (await real.encodePassages([sentences]))[0]!;
    known.set(text, passage);
    return passage;
  };
  return {
    ...real,
    async encodePassages(passages) {
      const all: EncodedPassage[] = [];
      for (const sentences of passages) all.push(await encode(sentences));
      return all;
    },
    async encodeEach(passages, each) {
      for (const [at, sentences] of passages.entries()) await each(at, await encode(sentences));
    },
  };
}
