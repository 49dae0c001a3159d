/** Words of which moves are made, longer ones only: short ones are too near to each other. */
const MOVE_WORDS = (
  "the next what comes before after that whole full entire paragraph sentence passage context continue previous preceding precedes follows " +
  "edition editions version compare comparison cite citation footnote footnotes note notes does other speaking said " +
  "where start over again read show more anything else back letter help quit bibtex chicago bibliography keep going"
).split(" ");

/**
 * Puts words right that are one slip of the finger away from a word of moves: a letter left out, put in, wrong,
 * or changed about with its neighbour; the first letter always stands.
 */
export function mendSlips(plain: string): string {
  return plain
    .split(" ")
    .map((word) =>
      word.length < 3 || MOVE_WORDS.includes(word)
        ? word
        : (MOVE_WORDS.find((right) => isSlip(word, right)) ?? word),
    )
    .join(" ");
}

function isSlip(word: string, right: string): boolean {
  if (word.charAt(0) !== right.charAt(0) || right.length < 3 || Math.abs(word.length - right.length) > 1)
    return false;
  let at = 0;
  while (at < word.length && word[at] === right[at]) at += 1;
  const rest = (text: string, from: number): string => text.slice(from);
  if (word.length > right.length) return rest(word, at + 1) === rest(right, at);
  if (word.length < right.length) return rest(word, at) === rest(right, at + 1);
  return (
    rest(word, at + 1) === rest(right, at + 1) ||
    (word[at] === right[at + 1] && word[at + 1] === right[at] && rest(word, at + 2) === rest(right, at + 2))
  );
}
