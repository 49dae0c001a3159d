import { QuothError } from "../../edition/quoth-error.js";
import type { SearchIndex } from "../../retrieval/token-store.js";

/**
 * An index whose records are read from another one from the moment on that one of its own turns out damaged: the
 * question goes on with that.
 * @param mend builds or opens the other one, of the same units.
 */
export function mendIndex(index: SearchIndex, mend: () => Promise<SearchIndex>): SearchIndex {
  let mended: Promise<SearchIndex> | undefined;
  return {
    ...index,
    tokens: {
      pieceCounts: index.tokens.pieceCounts,
      async read(units) {
        if (mended) return (await mended).tokens.read(units);
        try {
          return await index.tokens.read(units);
        } catch (error) {
          if (!(error instanceof QuothError) || error.code !== "index-damaged") throw error;
          mended ??= mend().catch((failed: unknown) => {
            mended = undefined;
            throw failed;
          });
          return (await mended).tokens.read(units);
        }
      },
    },
  };
}
