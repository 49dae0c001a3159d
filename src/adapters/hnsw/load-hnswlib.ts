import type * as hnswlib from "hnswlib-node";

/** The native module, or undefined where it could not be compiled: then exact search serves. */
export async function loadHnswlib(): Promise<typeof hnswlib | undefined> {
  try {
    const module = (await import("hnswlib-node")) as typeof hnswlib & { default?: typeof hnswlib };
    return module.default ?? module;
  } catch {
    return undefined;
  }
}
