/** For every row of an alignment's table (a place in the left sequence) the columns to look at, `[from, to]`. */
export interface Corridor {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

type Units = readonly (readonly string[])[];

/** Up to so many cells the whole table is looked at: 100 paragraphs against 100. */
const WHOLE_TABLE = 10_000;
/** A gap between anchors with more cells than this has nothing in common; its diagonal is looked at. */
const LARGEST_GAP = 250_000;
/** Half the width of the corridor along such a diagonal, units. */
const HALF_WIDTH = 100;
/** Units looked at to either side of what the anchors say. */
const MARGIN = 8;
/** Words in a row by which a unit is recognised. */
const SHINGLE = 4;

/**
 * Where the alignment of two long sequences can run, so that it costs about as much as they are long: along
 * the longest chain of units that share words in a row which stand in no other unit (unique anchors, after
 * Cohen's patience diff), and in the gaps between them. Short sequences are looked at whole.
 */
export function corridorOf(left: Units, right: Units): Corridor {
  const rows = left.length;
  const columns = right.length;
  const from = new Int32Array(rows + 1).fill(columns);
  const to = new Int32Array(rows + 1).fill(0);
  if (rows * columns <= WHOLE_TABLE) return { from: from.fill(0), to: to.fill(columns) };

  const open = (row: number, low: number, high: number): void => {
    from[row] = Math.min(from[row] as number, Math.max(0, low));
    to[row] = Math.max(to[row] as number, Math.min(columns, high));
  };
  let [lastRow, lastColumn] = [0, 0];
  for (const [row, column] of [...anchorsOf(left, right), [rows, columns] as const]) {
    const [height, width] = [row - lastRow, column - lastColumn];
    const whole = height * width <= LARGEST_GAP;
    const slope = height === 0 ? 0 : width / height;
    for (let at = Math.max(0, lastRow - MARGIN); at <= Math.min(rows, row + MARGIN); at += 1) {
      const middle = lastColumn + slope * (Math.min(row, Math.max(lastRow, at)) - lastRow);
      const reach = HALF_WIDTH + slope;
      const low = whole ? lastColumn : Math.max(lastColumn, Math.floor(middle - reach));
      const high = whole ? column : Math.min(column, Math.ceil(middle + reach));
      open(at, low - MARGIN, high + MARGIN);
    }
    [lastRow, lastColumn] = [row, column];
  }
  return { from, to };
}

/** The longest chain of pairs in order of both sequences. */
function anchorsOf(left: Units, right: Units): readonly (readonly [number, number])[] {
  const places = new Map<string, { left: number; right: number }>();
  note(left, "left", places);
  note(right, "right", places);
  const votes = new Map<number, Map<number, number>>();
  for (const { left: row, right: column } of places.values()) {
    if (row < 0 || column < 0) continue;
    const own = votes.get(row) ?? new Map<number, number>();
    votes.set(row, own.set(column, (own.get(column) ?? 0) + 1));
  }
  const pairs = [...votes].map(([row, own]): readonly [number, number] => {
    const [column] = [...own].reduce((best, one) => (one[1] > best[1] ? one : best));
    return [row, column];
  });
  return longestChain(pairs.sort((a, b) => a[0] - b[0]));
}

const NOWHERE = -1;
const SEVERAL = -2;

/** Notes in which unit each shingle stands: `NOWHERE`, `SEVERAL`, or its number. */
function note(
  units: Units,
  side: "left" | "right",
  places: Map<string, { left: number; right: number }>,
): void {
  units.forEach((words, unit) => {
    for (let at = 0; at === 0 || at + SHINGLE <= words.length; at += 1) {
      const shingle = words.slice(at, at + SHINGLE).join(" ");
      const place = places.get(shingle) ?? { left: NOWHERE, right: NOWHERE };
      if (place[side] !== unit) place[side] = place[side] === NOWHERE ? unit : SEVERAL;
      places.set(shingle, place);
    }
  });
}

/** The longest subsequence of `pairs` whose second members rise, too (patience sorting). */
function longestChain(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, column], at) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number] as readonly [number, number])[1] < column) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = at;
  });
  const chain: (readonly [number, number])[] = [];
  for (let at = tails.at(-1) ?? -1; at !== -1; at = before[at] as number)
    chain.push(pairs[at] as readonly [number, number]);
  return chain.reverse();
}
