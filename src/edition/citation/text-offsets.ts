/** One place of a text, counted in the three units that tools count in; all from 0. */
export interface TextOffset {
  /** UTF-16 units: JavaScript, Java, C#. */
  readonly utf16: number;
  /** Unicode code points: Python, and the W3C's TextPositionSelector. */
  readonly codePoint: number;
  /** Bytes of UTF-8: tail, head, dd. */
  readonly byte: number;
}

/**
 * Counts `offset` (UTF-16 units) of `text` in every unit. An offset inside a surrogate pair counts as
 * standing before the pair. `from` is a known place at or before it, to count on from.
 */
export function textOffset(
  text: string,
  offset: number,
  from: TextOffset = { utf16: 0, codePoint: 0, byte: 0 },
): TextOffset {
  let { utf16, codePoint, byte } = from;
  const end = Math.min(offset, text.length);
  while (utf16 < end) {
    const point = text.codePointAt(utf16) as number;
    const units = point > 0xffff ? 2 : 1;
    if (utf16 + units > end) break;
    utf16 += units;
    codePoint += 1;
    // A lone surrogate is written as U+FFFD, which has three bytes, too.
    byte += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return { utf16, codePoint, byte };
}
