/** A line of verse, or a sentence in its place: the division it stands in, and the number printed beside it. */
export interface CountedLine {
  /** "3.1", "" where the work has no divisions. */
  readonly division: string;
  readonly printed?: string | undefined;
}

/**
 * The reference paths of lines that run on through their divisions, in order: "3.1.56". A printed number wins over a
 * counted one and is counted on from; lines before the first printed number are counted back from it. Lines that
 * come to bear one number (the parts of a line that two speakers share) are told apart by letters: "3.1.10a", "3.1.10b".
 */
export function numberLines(lines: readonly CountedLine[]): readonly string[] {
  const last = new Map<string, number>();
  firstPrinted(lines).forEach((before, division) => last.set(division, before));
  const numbers = lines.map(({ division, printed }) => {
    const number = printedNumber(printed) ?? String((last.get(division) ?? 0) + 1);
    last.set(division, Number.parseInt(number, 10));
    return division === "" ? number : `${division}.${number}`;
  });
  return tellApart(numbers);
}

/** For each division the number before its first line, as far as the first printed number tells. */
function firstPrinted(lines: readonly CountedLine[]): ReadonlyMap<string, number> {
  const before = new Map<string, number>();
  const seen = new Map<string, number>();
  for (const { division, printed } of lines) {
    const count = seen.get(division) ?? 0;
    seen.set(division, count + 1);
    const number = printedNumber(printed);
    if (before.has(division) || number === undefined) continue;
    before.set(division, Math.max(0, Number.parseInt(number, 10) - count - 1));
  }
  return before;
}

/** "56", "56a"; of "3.1.56" the last level; undefined for what no reference could hold ("ftln-0812"). */
function printedNumber(printed: string | undefined): string | undefined {
  const match = /^(?:[\p{L}\p{N}]+\.)*0*(\d{1,6}[a-z]{0,3})$/u.exec(printed?.trim().toLowerCase() ?? "");
  return match?.[1];
}

function tellApart(numbers: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  if (counts.size === numbers.length) return numbers;
  const taken = new Set(counts.keys());
  const letters = new Map<string, number>();
  return numbers.map((number) => {
    if (counts.get(number) === 1) return number;
    const bare = number.replace(/[a-z]+$/, "");
    for (;;) {
      const next = (letters.get(bare) ?? 0) + 1;
      letters.set(bare, next);
      const name = `${bare}${letterName(next)}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  });
}

/** 1 → a, 26 → z, 27 → aa. */
export function letterName(count: number): string {
  const digit = String.fromCharCode(97 + ((count - 1) % 26));
  return count > 26 ? letterName(Math.floor((count - 1) / 26)) + digit : digit;
}
