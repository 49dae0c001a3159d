import { parseReference } from "../../edition/reference.js";

const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];
const LEADING = "(?:read|open|go to|jump to|see|quote|what is|what's in|what does)? ?(?:the )?";
const PARAGRAPH = "(?:paragraph|para|par|section|passage|number|no)\\.?";
const NUMBER = "(\\d{1,6}[a-z]?)";

const WHOLE = new RegExp(`^${LEADING}${PARAGRAPH} ?${NUMBER}(?: says?)?$`, "u");
const SENTENCE_LAST = new RegExp(`^${LEADING}${PARAGRAPH} ?${NUMBER},? (?:sentence|line) ${NUMBER}$`, "u");
const SENTENCE_FIRST = new RegExp(
  `^${LEADING}(?:sentence|line) ${NUMBER} (?:of|in) (?:the )?${PARAGRAPH} ?${NUMBER}$`,
  "u",
);
const SENTENCE = new RegExp(`^${LEADING}(?:sentence|line) ${NUMBER}$`, "u");
const START =
  /^(?:start|begin|read)(?: reading)?(?: it)?(?: (?:from|at) (?:the )?(?:start|beginning|top|first))|(?:from|at) the (?:start|beginning|top)$/u;

/** The reference that names the text's first passage, whatever that is called. */
export const FIRST_PASSAGE = "1st-passage";

/**
 * The reference that plain words ask for: "3.2", "read paragraph 4", "the second paragraph", "sentence 2 of
 * paragraph 3"; "sentence 2" is one of `within`, the paragraph last shown.
 */
export function readReference(plain: string, within: string | undefined): string | undefined {
  const bare = plain.replace(new RegExp(`^(?:read|open|go to|jump to|see|quote) `, "u"), "");
  if (parseReference(bare)) return bare;
  if (START.test(plain)) return FIRST_PASSAGE;
  const counted = plain
    .replace(/\b(\d+)(?:st|nd|rd|th)\b/gu, "$1")
    .replace(new RegExp(`\\b(?:${ORDINALS.join("|")})\\b`, "gu"), (word) => `${ORDINALS.indexOf(word) + 1}`)
    .replace(
      /^((?:read |open |go to |jump to |see |quote )?(?:the )?)(\d+) (paragraph|sentence|line)\b/u,
      "$1$3 $2",
    );
  const match = WHOLE.exec(counted) ?? SENTENCE_LAST.exec(counted);
  if (match) return match.slice(1).join(".");
  const turned = SENTENCE_FIRST.exec(counted);
  if (turned) return `${turned[2] ?? ""}.${turned[1] ?? ""}`;
  const alone = SENTENCE.exec(counted);
  return alone && within !== undefined ? `${within}.${alone[1] ?? ""}` : undefined;
}
