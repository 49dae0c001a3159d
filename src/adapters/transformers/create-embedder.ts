import type { Embedder, EncodedPassage, ModelIdentity } from "../../retrieval/embedder.js";
import type { ModelFiles } from "./model-files.js";
import { type Encoder, startEncoder } from "./start-encoder.js";

/** Passages that lie ready at each encoder, so that none waits for the other side of a message. */
const IN_FLIGHT = 4;

/**
 * An Embedder whose sessions run in processes of their own. One answers questions; `encodePassages` starts
 * more, up to `workers`, for as long as it runs.
 * @param starting the first encoder, where it was started before anything else.
 * @throws QuothError `model-damaged`.
 */
export async function createEmbedder(
  files: ModelFiles,
  identity: Promise<ModelIdentity>,
  workers: number,
  starting: Promise<Encoder> = startEncoder(files),
): Promise<Embedder> {
  // The model is hashed here while the encoder loads it.
  const [model, first] = await Promise.all([identity, starting]).catch(async (error: unknown) => {
    await starting.then(
      (encoder) => encoder.close(),
      () => undefined,
    );
    throw error;
  });
  let current = first;
  let restarting: Promise<Encoder> | undefined;
  /** The encoder; a new one where the last has ended (out of memory, killed): a bot outlives that. */
  const living = async (): Promise<Encoder> => {
    if (current.alive || closed) return current;
    restarting ??= startEncoder(files).finally(() => (restarting = undefined));
    return (current = await restarting);
  };
  let closed = false;
  return {
    model,
    encodeQuestion: async (text) => (await living()).encodeQuestion(text),
    async encodePassages(passages, onDone) {
      const extra = Math.max(0, Math.min(workers - 1, Math.floor(passages.length / IN_FLIGHT) - 1));
      const helpers = Array.from({ length: extra }, () => startEncoder(files));
      const results: EncodedPassage[] = [];
      let next = 0;
      const work = async (encoder: Encoder): Promise<void> => {
        for (let at = next++; at < passages.length; at = next++) {
          results[at] = await encoder.encodePassage(passages[at] as readonly string[]);
          onDone?.();
        }
      };
      const workAll = async (encoder: Encoder): Promise<void> => {
        await Promise.all(Array.from({ length: IN_FLIGHT }, () => work(encoder)));
      };
      try {
        // A helper joins when it is up; the first does not wait for it.
        await Promise.all([living().then(workAll), ...helpers.map((helper) => helper.then(workAll))]);
      } finally {
        await Promise.all(
          helpers.map((helper) =>
            helper.then(
              (encoder) => encoder.close(),
              () => undefined,
            ),
          ),
        );
      }
      return results;
    },
    async close() {
      closed = true;
      await current.close();
    },
  };
}
