import type { Embedder } from "../../retrieval/embedder.js";
import type { SearchIndex } from "../../retrieval/token-store.js";
import type { Unit } from "../../retrieval/unit.js";
import { ensureIndex, type EnsuredIndex, type EnsureOptions } from "./ensure-index.js";
import { viewUnits } from "./index-view.js";
import { mendIndex } from "./mend-index.js";

/** With so few passages to encode a question waits for them, less than half a second. */
const WAITED_FOR = 16;

/** The index of one state of the corpus. */
export interface KeptIndex {
  /** What can be searched now; later calls may give more. */
  now(): Promise<SearchIndex>;
  /** The whole index. */
  whole(): Promise<EnsuredIndex>;
}

export interface IndexKeeper {
  /** Takes up another state of the corpus. */
  keep(units: readonly Unit[]): KeptIndex;
  close(): Promise<void>;
}

type KeepOptions = Omit<EnsureOptions, "before" | "thorough">;

/**
 * Keeps the index of a corpus that changes while it is searched. Each state is built on the last, one after the
 * other; where that takes a while, what is known already is searched meanwhile, and what is not yet is left out, with
 * a word about it.
 */
export function keepIndex(model: () => Promise<Embedder>, options: KeepOptions): IndexKeeper {
  let last: EnsuredIndex | undefined;
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();
  let force = options.force ?? false;
  let told = false;
  const ensure = (units: readonly Unit[], thorough: boolean): Promise<EnsuredIndex> => {
    const building = queue.then(async () => {
      const ensured = await ensureIndex(units, await model(), {
        ...options,
        force,
        thorough,
        before: last?.parts,
      });
      force = false;
      last = ensured;
      if (ensured.engine === "exact" && ensured.kept && !told) {
        told = true;
        options.onWarning("hnswlib-node is not installed; exact search serves in its place.");
      }
      return ensured;
    });
    queue = building.catch(() => undefined);
    return building;
  };
  return {
    keep(units) {
      let opening: Promise<EnsuredIndex> | undefined;
      let opened: EnsuredIndex | undefined;
      let partial: SearchIndex | undefined;
      // Where it could not be opened or built, the next question tries again.
      const start = (thorough: boolean): Promise<EnsuredIndex> =>
        ensure(units, thorough)
          .then(({ index, ...ensured }) => {
            const mend = async (): Promise<SearchIndex> => (await (opening = start(true))).index;
            return (opened = { ...ensured, index: mendIndex(index, mend) });
          })
          .catch((error: unknown) => {
            opening = undefined;
            throw error;
          });
      const whole = (): Promise<EnsuredIndex> => (opening ??= start(false));
      return {
        whole,
        async now() {
          if (opened) return opened.index;
          const before = last?.parts;
          if (!partial && before) {
            const view = viewUnits(before, units);
            const { missing } = view;
            if (missing > WAITED_FOR && view.known > 0) {
              partial = view;
              options.onWarning(
                `${missing} of ${units.length} passages are new and being embedded; until that is done, they are left out.`,
              );
            }
          }
          if (!partial) return (await whole()).index;
          whole().catch((error: unknown) => {
            if (!closed) options.onWarning(error instanceof Error ? error.message : String(error));
          });
          return partial;
        },
      };
    },
    async close() {
      closed = true;
      await last?.index.close();
    },
  };
}
