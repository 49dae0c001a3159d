import { CLOSE_RUN } from "./find-shared-runs.js";
import type { Pair, Query } from "./query.js";

/** Share of the quotation's words that has to align in order within one window. */
const CLOSE_SHARE = 0.6;
/** A window is this many times as long as the quotation, and a few words more; ellipses do not count. */
const WINDOW = 1.5;
const WINDOW_EXTRA = 2;
/** Where words were left out without a sign, runs of this length on either side still make one window, */
const SOLID_RUN = 3;
/** which may then be as long as this. */
const WIDE_WINDOW = 2;
const WIDE_EXTRA = 20;

/**
 * Whether the quotation is close to the passage that it was aligned with: 60 % of its words in order within
 * one window, or six of them in a row. Words in brackets are not claimed to be the source's and do not count;
 * `spelled` words of the quotation are the source's in another spelling and do.
 */
export function isClose({ parsed: { tokens } }: Query, pairs: readonly Pair[], spelled = 0): boolean {
  const count = tokens.filter((token) => !token.bracketed).length;
  const claimed = pairs.filter(([q]) => !tokens[q]?.bracketed);
  if (claimed.length === 0) return false;
  // What ellipses leave out takes no room in the window.
  let omitted = 0;
  const places = claimed.map(([q, t], k) => {
    const before = claimed[k - 1];
    if (before && tokens.slice(before[0] + 1, q + 1).some((token) => token.ellipsis))
      omitted += t - before[1] - 1;
    return t - omitted;
  });
  let run = 0;
  const runs = claimed.map(([q, t], k) => {
    const before = claimed[k - 1];
    run = before?.[0] === q - 1 && before[1] === t - 1 && !tokens[q]?.ellipsis ? run + 1 : 1;
    return run;
  });
  if (runs.some((length) => length >= CLOSE_RUN)) return true;
  const solid: boolean[] = [];
  for (let k = claimed.length - 1; k >= 0; k -= 1) {
    const goesOn = runs[k + 1] === (runs[k] as number) + 1;
    solid[k] = goesOn ? solid[k + 1] === true : (runs[k] as number) >= SOLID_RUN;
  }
  const needed = CLOSE_SHARE * count - spelled;
  return (
    densest(places, WINDOW * count + WINDOW_EXTRA) >= needed ||
    densest(
      places.filter((_, k) => solid[k]),
      WIDE_WINDOW * count + WIDE_EXTRA,
    ) >= needed
  );
}

/** The most of the ascending `places` that stand within `width`. */
function densest(places: readonly number[], width: number): number {
  let from = 0;
  let most = 0;
  places.forEach((place, at) => {
    while (place - (places[from] as number) + 1 > width) from += 1;
    most = Math.max(most, at - from + 1);
  });
  return most;
}
