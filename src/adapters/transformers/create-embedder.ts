import type { Embedder, EncodedPassage, ModelIdentity } from "../../retrieval/embedder.js";
import type { ModelFiles } from "./model-files.js";
import { type Encoder, startEncoder } from "./start-encoder.js";

/** Passages that lie ready at each encoder, so that none waits for the other side of a message. */
const IN_FLIGHT = 4;
/** With fewer passages a second encoder is hardly up before the first is done, and costs its memory. */
const HELPERS_FROM = 100;

/**
 * An Embedder whose sessions run in processes of their own. One answers questions; encoding many passages starts
 * more, up to `workers`, for as long as it takes.
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
  const encodeEach: Embedder["encodeEach"] = async (passages, each) => {
    const extra = passages.length < HELPERS_FROM ? 0 : workers - 1;
    const helpers = Array.from({ length: extra }, () => startEncoder(files));
    const deliver = inOrder(each);
    let next = 0;
    const work = async (encoder: Encoder): Promise<void> => {
      for (let at = next++; at < passages.length; at = next++)
        await deliver(at, await encoder.encodePassage(passages[at] as readonly string[]));
    };
    const workAll = async (encoder: Encoder): Promise<void> => {
      await Promise.all(Array.from({ length: IN_FLIGHT }, () => work(encoder)));
    };
    try {
      // A helper joins when it is up; the first does not wait for it.
      await Promise.all([living().then(workAll), ...helpers.map((helper) => helper.then(workAll))]);
    } finally {
      // Where one failed, the others take up nothing more.
      next = passages.length;
      await Promise.all(
        helpers.map((helper) =>
          helper.then(
            (encoder) => encoder.close(),
            () => undefined,
          ),
        ),
      );
    }
  };
  return {
    model,
    encodeQuestion: async (text) => (await living()).encodeQuestion(text),
    async encodePassages(passages, onDone) {
      const results: EncodedPassage[] = [];
      await encodeEach(passages, (at, encoded) => {
        results[at] = encoded;
        onDone?.();
      });
      return results;
    },
    encodeEach,
    async close() {
      closed = true;
      await current.close();
    },
  };
}

/** Hands results on one by one in the order of their numbers, whatever order they come in. */
function inOrder<T>(
  each: (at: number, result: T) => Promise<void> | void,
): (at: number, result: T) => Promise<void> {
  const waiting = new Map<number, T>();
  let due = 0;
  let handing = Promise.resolve();
  return (at, result) => {
    waiting.set(at, result);
    handing = handing.then(async () => {
      for (let one = waiting.get(due); one !== undefined; one = waiting.get(due)) {
        waiting.delete(due);
        due += 1;
        await each(due - 1, one);
      }
    });
    return handing;
  };
}
