import type { QuotationIndex, Stream } from "./quotation-index.js";

/** The number of the stream that token `t` stands in. */
export function streamAt({ streams }: QuotationIndex, t: number): number {
  let low = 0;
  let high = streams.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((streams[middle] as Stream).from <= t) low = middle;
    else high = middle - 1;
  }
  return low;
}
