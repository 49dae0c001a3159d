const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A piece is cut at a blank where one stands in its last part of this size, else between graphemes. */
const TAIL_SEARCHED_FOR_A_BLANK = 0.25;

/**
 * Cuts one sentence, as far as it is asked for, into consecutive pieces of at most `room` by `measure`, which joined are exactly `text`.
 * A grapheme is split, between code points, only where it alone is larger than `room`.
 */
export function* cutSentence(
  text: string,
  room: number,
  measure: (text: string) => number,
): Generator<string> {
  let piece = "";
  let size = 0;
  for (const unit of units(text, room, measure)) {
    const unitSize = measure(unit);
    if (size + unitSize > room && piece !== "") {
      const cut = lastBlank(piece);
      yield piece.slice(0, cut);
      piece = piece.slice(cut);
      size = measure(piece);
    }
    piece += unit;
    size += unitSize;
  }
  if (piece !== "") yield piece;
}

function* units(text: string, room: number, measure: (text: string) => number): Generator<string> {
  for (const { segment } of graphemes.segment(text)) {
    if (measure(segment) <= room) yield segment;
    else yield* segment;
  }
}

/** The offset behind the last blank in the tail of `piece`, else its length; a mark on a blank makes one grapheme with it. */
function lastBlank(piece: string): number {
  const from = Math.floor(piece.length * (1 - TAIL_SEARCHED_FOR_A_BLANK));
  const blank = /^.*\s(?=[^\s\p{M}\p{Cf}\p{Emoji_Modifier}])/su.exec(piece.slice(from));
  return blank ? from + blank[0].length : piece.length;
}
