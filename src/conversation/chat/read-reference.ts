import { readLevelWords } from "../../edition/read-level-words.js";
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
const LAST = new RegExp(
  `^${LEADING}(?:very )?(?:last|final) sentence(?: (?:of|in) (?:it|that|this|(?:the |this |that )?${PARAGRAPH}))?$`,
  "u",
);
const TEXT = "(?:letter|text|speech|document|message|address|poem|play|work|source)";
const START = new RegExp(
  `^(?:(?:(?:start|begin|read|go|go back|back|jump|take me|take me back)(?: reading)?(?: it| (?:the|this) ${TEXT})? )?(?:from|at|to)(?: the)? (?:(?:very )?(?:start|beginning|top)|first)(?: of (?:it|the ${TEXT}))?` +
    `|the (?:very )?(?:start|beginning)(?: of (?:it|the ${TEXT}))?` +
    `|read (?:me )?(?:it all|(?:the |this )?(?:whole |full |entire |complete )?${TEXT})|the (?:whole|full|entire|complete) ${TEXT})$`,
  "u",
);
const END = new RegExp(
  `^(?:(?:go|jump|skip|take me) to )?the (?:very )?(?:end|ending|close|last (?:sentence|line|words?) of (?:it|the ${TEXT}))(?: of (?:it|the ${TEXT}))?$`,
  "u",
);

/** The reference that names the text's first passage, whatever that is called. */
export const FIRST_PASSAGE = "1st-passage";

/** The reference that names the text's last passage. */
export const LAST_PASSAGE = "last-passage";

/** The reference that names the last sentence of the passage last shown. */
export const LAST_SENTENCE = "last-sentence";

/** What a conversation knows of the work it stands in. */
export interface Whereabouts {
  readonly levels?: readonly string[] | undefined;
  /** The path last shown: "3.1". */
  readonly path?: string | undefined;
  /** Whether some work has a division of this name ("prologue"). */
  readonly hasDivision?: (name: string) => boolean;
}

/**
 * The reference that plain words ask for: "3.2", "read paragraph 4", "the second paragraph", "sentence 2 of
 * paragraph 3", "act 3 scene 1 line 56"; "sentence 2" is one of the paragraph last shown, "line 57" of the scene.
 */
export function readReference(
  plain: string,
  { levels, path, hasDivision = () => false }: Whereabouts = {},
): string | undefined {
  const bare = plain.replace(new RegExp(`^(?:read|open|go to|jump to|see|quote) `, "u"), "");
  const parsed = parseReference(bare);
  if (parsed && (!isName(parsed.path[0]) || hasDivision(parsed.path[0] ?? ""))) return bare;
  if (START.test(plain)) return FIRST_PASSAGE;
  if (END.test(plain)) return LAST_PASSAGE;
  if (LAST.test(plain) && levels === undefined) return path === undefined ? LAST_PASSAGE : LAST_SENTENCE;
  const counted = plain
    .replace(/\b(\d+)(?:st|nd|rd|th)\b/gu, "$1")
    .replace(new RegExp(`\\b(?:${ORDINALS.join("|")})\\b`, "gu"), (word) => `${ORDINALS.indexOf(word) + 1}`)
    .replace(/^((?:read |open |go to |jump to |see |quote )?(?:the )?)(\d+) (\p{L}+)\b/u, "$1$3 $2");
  const levelWords = readLevelWords(counted.replace(new RegExp(`^${LEADING}`, "u"), ""), levels, path);
  if (levelWords !== undefined) return levelWords;
  const match = WHOLE.exec(counted) ?? SENTENCE_LAST.exec(counted);
  if (match) return match.slice(1).join(".");
  const turned = SENTENCE_FIRST.exec(counted);
  if (turned) return `${turned[2] ?? ""}.${turned[1] ?? ""}`;
  const alone = SENTENCE.exec(counted);
  // "note.A" is one name, as "3" is.
  const named = /^(?:note|heading|metadata)\./.test(path ?? "") ? 2 : 1;
  const within = levels === undefined ? path?.split(".").slice(0, named).join(".") : undefined;
  return alone && within !== undefined ? `${within}.${alone[1] ?? ""}` : undefined;
}

/** A division's name, which other words may be, too. */
function isName(level = ""): boolean {
  return /^\p{L}/u.test(level) && !/^(?:opener|closer|note|heading|metadata)/i.test(level);
}
