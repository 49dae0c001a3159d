import { termsOf } from "../../retrieval/terms.js";
import { plainWords } from "./plain-words.js";
import { readCorrection } from "./read-correction.js";

/** A question that leans on the last one. */
export type FollowUp =
  /** "And Laos?": the last question, with another topic. */
  | { readonly kind: "topic"; readonly topic: string }
  /** "Why?", "how so?". */
  | { readonly kind: "why" }
  /** "Who are they?", "and if they do?": it cannot be understood without the last one. */
  | { readonly kind: "lean" };

const WHY =
  /^(?:(?:and|but|so) )?(?:why(?: (?:not|so|is that|was that|is this|is it|that|though))?|how so|how come|for what reason|what for|what makes (?:him|her|them) (?:say|think) (?:so|that))$/u;
const TOPIC = /^(?:(?:and|but|or|also|so) )?(?:(?:what|how) about|what of|same for|and) (.+)$/u;
const QUESTION_WORD =
  /\b(?:who|whom|whose|what|which|when|where|why|how|if|does|did|do|is|are|was|were|will|would|can|could|should|has|have|had)\b/u;
/** Words that stand for something said before. "He" and "his" are not among them: that is the author. */
const PRONOUN =
  /\b(?:they|them|their|theirs|it|its|those|these|there|then|so|such|the same|the others?)\b|\b(?:that|this)$|\b(?:is|was|does|did|do|about|of|by|from|with|to|in|on|for) (?:that|this)\b/u;

/** Characters; nothing longer leans on anything. */
const LONGEST_FOLLOW_UP = 200;
/** More words than this are a topic of their own, and a question. */
const LONGEST_TOPIC = 6;
/** With as many words of content as this a question stands alone, pronoun or not. */
const STANDS_ALONE = 3;
/** So few words ("since when?", "NATO?") are no whole question. */
const LONGEST_ELLIPSIS = 3;

/** How a question leans on the last one; undefined for a full question, which starts afresh. */
export function readFollowUp(said: string): FollowUp | undefined {
  if (said.length > LONGEST_FOLLOW_UP) return undefined;
  const meant = readCorrection(said);
  return meant === undefined ? readPlainly(said) : readCorrected(meant);
}

/** "No, I meant nuclear tests": what is named so is the topic, unless it is a question of its own. */
function readCorrected(meant: string): FollowUp | undefined {
  const plain = plainWords(meant);
  const followUp = readPlainly(meant);
  if (followUp || plain === "" || plain.split(" ").length > LONGEST_TOPIC || QUESTION_WORD.test(plain))
    return followUp;
  return { kind: "topic", topic: asSaid(meant, plain) };
}

function readPlainly(said: string): FollowUp | undefined {
  const plain = plainWords(said);
  if (WHY.test(plain)) return { kind: "why" };
  const topic = TOPIC.exec(plain)?.[1];
  if (topic !== undefined) {
    const isTopic =
      topic.split(" ").length <= LONGEST_TOPIC && !QUESTION_WORD.test(topic) && !PRONOUN.test(topic);
    return isTopic ? { kind: "topic", topic: asSaid(said, topic) } : { kind: "lean" };
  }
  if (/^(?:and|but|or) /u.test(plain)) return { kind: "lean" };
  const content = new Set(termsOf(plain)).size;
  if (PRONOUN.test(plain) && content < STANDS_ALONE) return { kind: "lean" };
  if (plain !== "" && plain.split(" ").length <= LONGEST_ELLIPSIS && content < STANDS_ALONE)
    return QUESTION_WORD.test(plain) ? { kind: "lean" } : { kind: "topic", topic: asSaid(said, plain) };
  return undefined;
}

/** The topic in the letters that it was typed in: capitals tell names. */
function asSaid(said: string, plain: string): string {
  const words = said
    .trim()
    .replace(/[?!.,;:\s]+$/u, "")
    .split(/\s+/u);
  return words.slice(-plain.split(" ").length).join(" ");
}
