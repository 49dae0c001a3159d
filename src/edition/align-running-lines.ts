import { alignSequences } from "./align-sequences.js";
import type { NumberedText } from "./align-witnesses.js";
import { letterName } from "./number-lines.js";
import { pairMoved } from "./pair-paragraphs.js";
import type { Passage, Sentence } from "./passage.js";
import { wordLists } from "./words.js";

/** A line with the passage in which it stands, by index. */
interface Line extends Sentence {
  readonly passage: number;
}

/**
 * Gives the lines of `other` the numbers of `base`, line by line over the whole text, so that speeches and stanzas
 * may be divided otherwise; a speech that stands elsewhere keeps its numbers. A line that `base` lacks is named after
 * the one before it with a letter ("3.1.56a"); one that holds several of `base` bears all their numbers ("3.1.5-7");
 * two that make one of `base` are its parts ("3.1.10a", "3.1.10b").
 */
export function alignRunningLines(base: NumberedText, other: NumberedText): readonly Passage[] {
  const [left, right] = [linesOf(base.passages), linesOf(other.passages)];
  const [leftWords, rightWords] = [wordLists(base.text, left), wordLists(other.text, right)];
  const partners = new Map<number, readonly [number, number]>();
  const free = new Set(left.keys());
  const pair = (at: number, from: number, to: number): void => {
    partners.set(at, [from, to]);
    for (let i = from; i < to; i += 1) free.delete(i);
  };
  for (const { left: from, right: to } of alignSequences(leftWords, rightWords)) {
    if (from[0] === from[1]) continue;
    for (let at = to[0]; at < to[1]; at += 1) pair(at, from[0], from[1]);
  }
  const lost = [...right.keys()].filter((at) => !partners.has(at));
  const moved = movedSpeeches(left, leftWords, free, right, rightWords, lost);
  for (const [at, line] of moved) pair(at, line, line + 1);
  return renumber(other.passages, right, named(left, right, partners));
}

function linesOf(passages: readonly Passage[]): readonly Line[] {
  return passages.flatMap(({ layer, kind, sentences }, passage) =>
    layer === "text" && kind === "paragraph" ? sentences.map((one) => ({ ...one, passage })) : [],
  );
}

/** Lines of whole passages that stand elsewhere, each with its line of the base. */
function movedSpeeches(
  left: readonly Line[],
  leftWords: readonly (readonly string[])[],
  free: ReadonlySet<number>,
  right: readonly Line[],
  rightWords: readonly (readonly string[])[],
  lost: readonly number[],
): ReadonlyMap<number, number> {
  const group = (lines: readonly Line[], among: Iterable<number>): number[][] => {
    const groups = new Map<number, number[]>();
    for (const at of among) {
      const { passage } = lines[at] as Line;
      groups.set(passage, [...(groups.get(passage) ?? []), at]);
    }
    return [...groups.values()];
  };
  const [from, to] = [group(left, free), group(right, lost)];
  const wordsIn = (words: readonly (readonly string[])[], lines: readonly number[]): readonly string[] =>
    lines.flatMap((at) => words[at] ?? []);
  const pairs = pairMoved(
    from.map((lines) => wordsIn(leftWords, lines)),
    new Set(from.keys()),
    to.map((lines) => wordsIn(rightWords, lines)),
    [...to.keys()],
  );
  const found = new Map<number, number>();
  for (const [speech, its] of pairs) {
    const [own, theirs] = [to[speech] ?? [], from[its] ?? []];
    const runs = alignSequences(
      theirs.map((at) => leftWords[at] ?? []),
      own.map((at) => rightWords[at] ?? []),
      false,
    );
    for (const run of runs) {
      const [at, line] = [own[run.right[0]], theirs[run.left[0]]];
      if (run.right[1] > run.right[0] && run.left[1] > run.left[0] && at !== undefined && line !== undefined)
        found.set(at, line);
    }
  }
  return found;
}

/** The path of each line of the right, unique among them. */
function named(
  left: readonly Line[],
  right: readonly Line[],
  partners: ReadonlyMap<number, readonly [number, number]>,
): readonly string[] {
  const shared = new Map<string, number>();
  const paths = right.map((_, at) => {
    const [from, to] = partners.get(at) ?? [0, 0];
    const [first, last] = [left[from]?.path, left[to - 1]?.path];
    if (to === 0 || first === undefined || last === undefined) return undefined;
    const path = first === last || above(first) !== above(last) ? first : `${first}-${own(last)}`;
    shared.set(path, (shared.get(path) ?? 0) + 1);
    return path;
  });
  const letters = new Map<string, number>();
  const taken = new Set(left.map(({ path }) => path));
  let previous = `${above(left[0]?.path ?? "")}0`;
  const lettered = (path: string): string => {
    for (;;) {
      const count = (letters.get(path) ?? 0) + 1;
      letters.set(path, count);
      const name = `${path.replace(/-[^-.]*$/, "").replace(/[a-z]+$/, "")}${letterName(count)}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
  return paths.map((path) => {
    if (path === undefined) return lettered(previous);
    previous = path.includes("-") ? `${above(path)}${own(path).replace(/^.*-/, "")}` : path;
    return (shared.get(path) ?? 0) > 1 ? lettered(path) : path;
  });
}

/** "3.1." of "3.1.56". */
function above(path: string): string {
  return path.slice(0, path.lastIndexOf(".") + 1);
}

function own(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

function renumber(
  passages: readonly Passage[],
  lines: readonly Line[],
  paths: readonly string[],
): readonly Passage[] {
  const inPassage = new Map<number, Sentence[]>();
  lines.forEach(({ passage, start, end }, at) => {
    const list = inPassage.get(passage) ?? [];
    inPassage.set(passage, [...list, { path: paths[at] ?? "", start, end }]);
  });
  const taken = new Set<string>();
  return passages.map((passage, at) => {
    const sentences = inPassage.get(at);
    const [first, last] = [sentences?.[0]?.path, sentences?.at(-1)?.path];
    if (!sentences || first === undefined || last === undefined) return passage;
    const low = first.replace(/-[^-.]*$/, "");
    const high = own(last).replace(/^.*-/, "");
    let path = own(low) === high ? low : `${low}-${high}`;
    for (let count = 2; taken.has(path); count += 1) path = `${low}~${count}`;
    taken.add(path);
    return { ...passage, path, sentences };
  });
}
