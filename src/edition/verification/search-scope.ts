import type { Check } from "./check.js";
import type { QuotationIndex } from "./quotation-index.js";
import { checkScope, describeSearch, placesWithin, type VerifyScope } from "./verify-scope.js";

/** A scope made ready: which places it lets in, all and by voice, and what was searched. */
export interface SearchScope {
  readonly all: Uint8Array;
  readonly text: Uint8Array;
  readonly apparatus: Uint8Array;
  readonly searched: Check["searched"];
}

const known = new WeakMap<QuotationIndex, Map<string, SearchScope>>();

/**
 * Prepares a scope, once for each index.
 * @throws QuothError `unknown-work` or `unknown-witness`.
 */
export function searchScope(
  index: QuotationIndex,
  { works, witness, layers, voices }: VerifyScope,
): SearchScope {
  const scope: VerifyScope = {
    ...(works === undefined ? {} : { works }),
    ...(witness === undefined ? {} : { witness }),
    ...(layers === undefined ? {} : { layers }),
    ...(voices === undefined ? {} : { voices }),
  };
  const key = JSON.stringify(scope);
  const ready = known.get(index) ?? new Map<string, SearchScope>();
  known.set(index, ready);
  let prepared = ready.get(key);
  if (!prepared) {
    checkScope(index, scope);
    const all = placesWithin(index, scope);
    prepared = {
      all,
      text: placesWithin(index, scope, (layer) => layer === "text"),
      apparatus: placesWithin(index, scope, (layer) => layer !== "text"),
      searched: describeSearch(index, all),
    };
    ready.set(key, prepared);
  }
  return prepared;
}
