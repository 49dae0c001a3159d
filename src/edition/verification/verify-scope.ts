import type { Layer } from "../layer.js";
import { QuothError } from "../quoth-error.js";
import { voiceOf } from "../voice-of.js";
import type { Check } from "./check.js";
import type { QuotationIndex } from "./quotation-index.js";

/** What a quotation is looked for in; everything where nothing is named. */
export interface VerifyScope {
  /** Ids; all unless given. */
  readonly works?: readonly string[];
  readonly witness?: string;
  readonly layers?: readonly Layer[];
  /** Whose words; where others' fit better, these are reported as such. */
  readonly voices?: readonly string[];
}

/** Which places (by number) a scope lets in: 1 or 0. `layer` narrows it further. */
export function placesWithin(
  { places }: QuotationIndex,
  scope: VerifyScope,
  layer?: (layer: Layer) => boolean,
): Uint8Array {
  return Uint8Array.from(places, ({ work, witness, passage }) =>
    (scope.works === undefined || scope.works.includes(work.id)) &&
    (scope.witness === undefined || witness.siglum === scope.witness) &&
    (scope.layers === undefined || scope.layers.includes(passage.layer)) &&
    (scope.voices === undefined || scope.voices.includes(voiceOf(work, witness, passage))) &&
    (layer?.(passage.layer) ?? true)
      ? 1
      : 0,
  );
}

/** What was searched, counted: works, witnesses (`work@siglum` where there are several works), layers, words. */
export function describeSearch(index: QuotationIndex, allowed: Uint8Array): Check["searched"] {
  const works = new Set<string>();
  const witnesses = new Set<string>();
  const layers = new Set<Layer>();
  index.places.forEach(({ work, witness, passage }, at) => {
    if (allowed[at] !== 1) return;
    works.add(work.id);
    witnesses.add(index.works.length > 1 ? `${work.id}@${witness.siglum}` : witness.siglum);
    layers.add(passage.layer);
  });
  let words = 0;
  for (const place of index.placeOf) if (place >= 0 && allowed[place] === 1) words += 1;
  return { works: [...works], witnesses: [...witnesses], layers: [...layers], words };
}

/** @throws QuothError `unknown-work` or `unknown-witness` where the scope names what is not loaded. */
export function checkScope({ works }: QuotationIndex, { works: ids, witness }: VerifyScope): void {
  const unknown = ids?.find((id) => !works.some((work) => work.id === id));
  if (unknown !== undefined) {
    throw new QuothError("unknown-work", `No work "${unknown}" is loaded.`, {
      remedy: "See what is loaded with: quoth works",
    });
  }
  const named = works.filter(({ id }) => ids === undefined || ids.includes(id));
  if (witness !== undefined && !named.some((one) => one.witnesses.some(({ siglum }) => siglum === witness))) {
    throw new QuothError("unknown-witness", `No witness "${witness}" is loaded.`, {
      remedy: "See the witnesses of each work with: quoth works",
    });
  }
}
