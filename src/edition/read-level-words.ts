import { levelOf, schemeOf } from "./levels.js";

const LABEL = "(\\d{1,6}[a-z]{0,3}|[ivxlcdm]{1,9})";

/**
 * The reference path that plain words ask for by the names of a work's levels: "act 3, scene 1, lines 56-60" is
 * "3.1.56-60", "scene 2 of act 1" is "1.2". Levels left out at the front are those of `within`, the path last shown:
 * "line 57" there is its next line. Undefined for anything else.
 */
export function readLevelWords(
  words: string,
  levels: readonly string[] | undefined,
  within?: string,
): string | undefined {
  if (levels === undefined || words.length > LONGEST) return undefined;
  const { names } = schemeOf(levels);
  const plain = words
    .toLowerCase()
    .replace(/[–—]/g, "-")
    .replace(/[,;]|\b(?:of|in|the)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const named = new Map<number, string>();
  let rest = plain;
  while (rest !== "") {
    const found = names
      .map((name, at) => ({ at, match: patternOf(name).exec(rest) }))
      .find(({ at, match }) => match !== null && !named.has(at));
    if (!found?.match) return undefined;
    const [whole, low = "", high] = found.match;
    named.set(found.at, high === undefined ? levelOf(low) : `${levelOf(low)}-${levelOf(high)}`);
    rest = rest.slice(whole.length).trimStart();
  }
  const [first, last] = [Math.min(...named.keys()), Math.max(...named.keys())];
  if (named.size === 0 || named.size !== last - first + 1) return undefined;
  const above = within?.split(".").slice(0, first) ?? [];
  if (above.length < first) return undefined;
  const path = [...above, ...Array.from({ length: named.size }, (_, at) => named.get(first + at) ?? "")];
  // Only the last level that is named may be a range.
  return path.slice(0, -1).some((level) => level.includes("-")) ? undefined : path.join(".");
}

/** Nothing longer is a place. */
const LONGEST = 120;

function patternOf(name: string): RegExp {
  const escaped = name.replace(/[^\p{L}\p{M}]+/gu, "[ -]");
  return new RegExp(`^${escaped}(?:e?s)? ?${LABEL}(?: ?(?:-|to) ?${LABEL})?(?= |$)`, "u");
}
