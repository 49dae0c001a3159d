/** English words that deny, as tokens are written: lower case, straight apostrophes. */
const NEGATORS: ReadonlySet<string> = new Set(
  "not no never nor neither none nothing nobody nowhere without cannot cant wont dont isnt hardly scarcely barely rarely seldom unless nay non".split(
    " ",
  ),
);

/** Words that deny what follows them, as long as it follows: "the denial of", "refraining from". */
const DENYING =
  /^(?:den(?:y|ies|ied|ying|ial|ials)|refus(?:e|es|ed|ing|al|als)|refrain(?:s|ed|ing)?|fail(?:s|ed|ing|ure|ures)?|lack(?:s|ed|ing)?|absence|absent|prevent(?:s|ed|ing|ion)?|reject(?:s|ed|ing|ion)?|oppos(?:e|es|ed|ing|ition)|forbid(?:s|den|ding)?|prohibit(?:s|ed|ing|ion)?|ban(?:s|ned|ning)?|avoid(?:s|ed|ing|ance)?|abandon(?:s|ed|ing|ment)?|renounc(?:e|es|ed|ing)|against|unlike|instead|rather|false|falsely|unable|impossible|unwilling|unlikely|untrue|intolerable|unacceptable|unthinkable|inconceivable)$/;

const PREFIX = /^(?:un|in|im|il|ir|dis|non|anti|counter|mis)-?/;

/** Whether `norm` denies; `next` is the word after it ("No. 10" does not). */
export function isNegator(norm: string, next = ""): boolean {
  if (norm === "no" && /^\p{N}/u.test(next)) return false;
  return NEGATORS.has(norm) || (norm.endsWith("n't") && norm.length > 3);
}

/** Whether `norm` turns what follows into its opposite without being a negation. */
export function isDenying(norm: string): boolean {
  return DENYING.test(norm);
}

/** Whether the two wordings differ in what they deny: a negator more or less, or "surprising" : "unsurprising". */
export function differInNegation(left: readonly string[], right: readonly string[]): boolean {
  const negators = (words: readonly string[]): string =>
    words
      .filter((word, at) => isNegator(word, words[at + 1]))
      .map((word) => (word === "cannot" || word.endsWith("n't") ? "not" : word))
      .sort()
      .join(" ");
  if (negators(left) !== negators(right)) return true;
  return left.some((word) => right.some((other) => isOpposite(word, other)));
}

/** "surprising" : "unsurprising", "dependent" : "independent", "hopeful" : "hopeless". */
function isOpposite(left: string, right: string): boolean {
  if (left === right) return false;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  const stem = long.replace(PREFIX, "");
  if (short.length >= 4 && stem !== long && stem === short) return true;
  const lessLeft = left.replace(/(?:less|ful)(?=ly$|ness$|$)/, "");
  const lessRight = right.replace(/(?:less|ful)(?=ly$|ness$|$)/, "");
  return lessLeft === lessRight && lessLeft.length >= 3 && /less/.test(left) !== /less/.test(right);
}
