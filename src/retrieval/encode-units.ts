import { createHash } from "node:crypto";
import type { Embedder, EncodedPassage } from "./embedder.js";
import type { Unit } from "./unit.js";

/** The identity of a unit's content: two units with the same hash have the same vectors under one model. */
export function unitHash({ sentences }: Pick<Unit, "sentences">): string {
  let hash = hashes.get(sentences);
  if (hash === undefined) {
    hash = createHash("sha256").update(JSON.stringify(sentences)).digest("hex").slice(0, 32);
    hashes.set(sentences, hash);
  }
  return hash;
}

/** Units are frozen, and are asked for their hash at every change of the corpus. */
const hashes = new WeakMap<readonly string[], string>();

/** What a corpus is, for an index: every unit's place and content, in order. */
export function corpusHash(units: readonly Unit[]): string {
  const hash = createHash("sha256");
  for (const unit of units)
    hash.update(`${unit.work.id}\0${unit.witness.siglum}\0${unit.passage.path}\0${unitHash(unit)}\n`);
  return hash.digest("hex");
}

/**
 * Encodes every unit. Those whose content `reuse` knows are taken over; `onProgress` hears how many are done.
 */
export async function encodeUnits(
  units: readonly Unit[],
  embedder: Embedder,
  reuse: (hash: string) => EncodedPassage | undefined,
  onProgress: (done: number, total: number) => void,
): Promise<readonly EncodedPassage[]> {
  const encoded = units.map((unit) => reuse(unitHash(unit)));
  const missing = [...encoded.keys()].filter((at) => encoded[at] === undefined);
  let done = units.length - missing.length;
  const texts = missing.map((unit) => (units[unit] as Unit).sentences);
  const fresh = await embedder.encodePassages(texts, () => onProgress((done += 1), units.length));
  missing.forEach((unit, at) => (encoded[unit] = fresh[at]));
  return encoded as readonly EncodedPassage[];
}
