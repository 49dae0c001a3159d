import type { Change } from "./diff-tokens.js";
import type { Token } from "./token.js";
import { variantKind } from "./variant-kind.js";

/**
 * Makes of raw changes the variants that an editor would print: changes of one kind that touch, or with
 * nothing between them but signs and single letters, are one, so that "MR. CHAIRMAN"
 * and "JOHN F. KENNEDY" are one variant of case each.
 */
export function joinChanges(
  changes: readonly Change[],
  base: readonly Token[],
  other: readonly Token[],
  language: string,
): readonly Change[] {
  const kindOf = ({ base: [from, to], other: [start, end] }: Change): string =>
    variantKind(formOf(base.slice(from, to)), formOf(other.slice(start, end)), language);
  const joined: { change: Change; kind: string }[] = [];
  for (const raw of changes) {
    const last = joined.at(-1);
    const kind = kindOf(raw);
    if (last?.kind === kind && base.slice(last.change.base[1], raw.base[0]).every(isSmall)) {
      last.change = { base: [last.change.base[0], raw.base[1]], other: [last.change.other[0], raw.other[1]] };
    } else joined.push({ change: raw, kind });
  }
  return joined.map(({ change }) => change);
}

/**
 * The change at `index` of `changes`; where its lemma is empty, with the words on either side of it taken in,
 * or with a sign where there is no word. A neighbour that one side lacks is no neighbour.
 */
export function withLemma(
  changes: readonly Change[],
  index: number,
  base: readonly Token[],
  other: readonly Token[],
): Change {
  const change = changes[index] as Change;
  const [at, to] = change.base;
  const [start, end] = change.other;
  if (at !== to) return change;
  const hasBoth = (next: Change): boolean => next.base[0] < next.base[1] && next.other[0] < next.other[1];
  const [last, next] = [changes[index - 1], changes[index + 1]];
  const isShared = (i: number, j: number): boolean =>
    base[i] !== undefined && base[i].norm === other[j]?.norm;
  const isWord = (i: number): boolean => base[i]?.isWord ?? false;
  const before = isShared(at - 1, start - 1) && (!last || last.base[1] < at || hasBoth(last));
  const after = isShared(to, end) && (!next || next.base[0] > to || hasBoth(next));
  const [takesBefore, takesAfter] = [before && isWord(at - 1), after && isWord(to)];
  const none = !takesBefore && !takesAfter;
  const left = takesBefore || (none && before) ? 1 : 0;
  const right = takesAfter || (none && !before && after) ? 1 : 0;
  return { base: [at - left, to + right], other: [start - left, end + right] };
}

function isSmall({ isWord, form }: Token): boolean {
  return !isWord || form.length === 1;
}

function formOf(tokens: readonly Token[]): string {
  return tokens.map(({ form }) => form).join(" ");
}
