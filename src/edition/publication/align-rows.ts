import { schemeOf } from "../levels.js";
import type { Passage } from "../passage.js";
import type { Witness, Work } from "../work.js";
import { heaviestChain, type Place } from "./heaviest-chain.js";
import { sentenceAnchors } from "./published-address.js";

/** Passages of the text that stand side by side: for each edition, in the work's order, those that it has here. */
export type AlignedRow = readonly (readonly Passage[])[];

interface Row {
  readonly cells: AlignedRow;
  /** The references that stand here. */
  readonly keys: readonly string[];
}

/**
 * Rows in which passages that share a reference stand together, such that every edition, read down, keeps its own
 * order. Edition after edition is laid against the rows there are: the longest run of its passages that is in their
 * order joins them, every other passage (one of its own, or one that stands elsewhere in the others) has a row of its
 * own behind the one that it follows. Where lines run on through speeches, speeches that share lines are one row.
 */
export function alignRows({ levels, witnesses }: Work): readonly AlignedRow[] {
  const keysOf = schemeOf(levels).runsOn ? keysOfLines : keysOfPassages;
  let rows: readonly Row[] = [];
  witnesses.forEach((witness, column) => {
    const own = textWithSentences(witness);
    const keys = keysOf(own);
    rows = addEdition(
      rows,
      own.map((passage, at) => ({
        cells: witnesses.map((_, other) => (other === column ? [passage] : [])),
        keys: keys[at] ?? [],
      })),
    );
  });
  return rows.map(({ cells }) => cells);
}

/** What there is to read in a witness, but for its headings, notes and particulars. */
function textWithSentences({ passages }: Witness): readonly Passage[] {
  return passages.filter(({ layer, sentences }) => layer === "text" && sentences.length > 0);
}

function addEdition(rows: readonly Row[], own: readonly Row[]): readonly Row[] {
  const chain = heaviestChain(placesIn(rows, own));
  const result: Row[] = [];
  // Rows before `next` have been taken over; the last one that this edition joined is at `open` of the result.
  let [next, open] = [0, 0];
  own.forEach((row, at) => {
    const place = chain.get(at);
    if (!place) {
      result.push(row);
      return;
    }
    const joined: Row[] = [];
    if (place.low < next) joined.push(...result.splice(open));
    else {
      result.push(...rows.slice(next, place.low));
      open = result.length;
      next = place.low;
    }
    result.push(join([...joined, ...rows.slice(next, place.high + 1), row]));
    next = Math.max(next, place.high + 1);
  });
  result.push(...rows.slice(next));
  return result;
}

/** For each passage the runs of rows that hold something of it. */
function placesIn(rows: readonly Row[], own: readonly Row[]): readonly (readonly Place[])[] {
  const rowsWith = new Map<string, number[]>();
  rows.forEach(({ keys }, at) => {
    for (const key of keys) rowsWith.set(key, [...(rowsWith.get(key) ?? []), at]);
  });
  return own.map(({ keys }) => {
    const shared = new Map<number, number>();
    for (const key of keys)
      for (const at of rowsWith.get(key) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const places: Place[] = [];
    for (const [at, weight] of [...shared].sort(([a], [b]) => a - b)) {
      const last = places.at(-1);
      if (last?.high === at - 1)
        places.splice(-1, 1, { low: last.low, high: at, weight: last.weight + weight });
      else places.push({ low: at, high: at, weight });
    }
    return places;
  });
}

function join(rows: readonly Row[]): Row {
  const [first] = rows;
  return {
    cells: (first?.cells ?? []).map((_, column) => rows.flatMap(({ cells }) => cells[column] ?? [])),
    keys: [...new Set(rows.flatMap(({ keys }) => keys))],
  };
}

function keysOfPassages(own: readonly Passage[]): readonly (readonly string[])[] {
  return own.map(({ path }) => [path]);
}

/** The lines of each speech; "10a" is a part of line 10 where the edition has no other line 10, else one added to it. */
function keysOfLines(own: readonly Passage[]): readonly (readonly string[])[] {
  const lines = own.map(({ sentences }) => sentences.flatMap(({ path }) => sentenceAnchors(path)));
  const all = new Set(lines.flat());
  return lines.map((paths) =>
    paths.map((path) => {
      const whole = path.replace(/(?<=\d)[a-z]+$/, "");
      return all.has(whole) ? path : whole;
    }),
  );
}
