import type { Reading, ReadingPlace } from "./apparatus.js";
import { variantKind } from "./variant-kind.js";

/** Witnesses that read the same stand together; line breaks are no difference, and neither is where moved words stand. */
export function groupReadings(
  lemma: string,
  found: readonly { readonly place: ReadingPlace; readonly type: Reading["type"] }[],
  language: string,
): Reading[] {
  const groups = new Map<string, Reading>();
  for (const { place, type } of found) {
    const key = `${type} ${place.text.replace(/\s+/g, " ")}`;
    const known = groups.get(key);
    if (known) {
      known.witnesses.push(place.witness);
      known.places.push(place);
      continue;
    }
    const kind = type === "transposition" ? "substantive" : variantKind(lemma, place.text, language);
    groups.set(key, { text: place.text, kind, type, witnesses: [place.witness], places: [place] });
  }
  return [...groups.values()];
}
