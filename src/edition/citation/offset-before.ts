import type { Witness } from "../work.js";
import { textOffset, type TextOffset } from "./text-offsets.js";

/** Places of a text that are counted once and kept, UTF-16 units apart. */
const STRIDE = 8192;

const known = new WeakMap<Pick<Witness, "text">, TextOffset[]>();

/** A place at or shortly before `offset` in every unit, to count on from: a long text is counted once, not once a quote. */
export function offsetBefore(witness: Pick<Witness, "text">, offset: number): TextOffset {
  const places = known.get(witness) ?? [{ utf16: 0, codePoint: 0, byte: 0 }];
  known.set(witness, places);
  const wanted = Math.floor(offset / STRIDE);
  while (places.length <= wanted)
    places.push(textOffset(witness.text, places.length * STRIDE, places[places.length - 1]));
  return places[wanted] as TextOffset;
}
