const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";
/** Right-to-left scripts and every bidirectional control character. */
const TURNS_DIRECTION =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Bidi_Control}\u07c0-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * `text` between direction isolates where it could turn the direction of what stands around it; nothing is
 * put inside it. Isolates that the text opens and does not close are closed behind it.
 */
export function isolateDirection(text: string): string {
  if (!TURNS_DIRECTION.test(text)) return text;
  return FIRST_STRONG_ISOLATE + text + POP_ISOLATE.repeat(1 + openIsolates(text));
}

/** How many isolates a line of `text` leaves open; a line end closes them all. */
function openIsolates(text: string): number {
  let open = 0;
  for (const sign of text.slice(text.lastIndexOf("\n") + 1)) {
    if (sign >= "\u2066" && sign <= "\u2068") open += 1;
    else if (sign === POP_ISOLATE && open > 0) open -= 1;
  }
  return open;
}
