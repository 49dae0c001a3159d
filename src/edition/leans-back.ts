/** Pronouns that, at the head of a sentence, stand for somebody or something named before. */
const PRONOUN = /^(?:he|she|they|his|her|hers|their|theirs|him|them)(?![\p{L}’'])/iu;
/** A demonstrative that stands alone: a verb follows, not the noun that it would point with. */
const DEMONSTRATIVE =
  /^(?:this|that|these|those|such)\s+(?:also\s+|too\s+|alone\s+|all\s+)?(?:is|are|was|were|has|have|had|does|do|did|will|would|can|cannot|could|may|might|must|shall|should|means?|meant|makes?|made|shows?|showed|gives?|gave)(?!\p{L})/iu;
/** Adverbs and conjunctions that may stand before it. */
const BEFORE = /^(?:and|but|or|so|yet|for|thus|nor|then|moreover|indeed|nevertheless),?\s+/iu;

/**
 * Whether an English sentence leans on the one before it: it opens with a pronoun, or a demonstrative that stands
 * alone. "It" is left out, for it often stands for nothing ("It cannot be surprising that …").
 */
export function leansBack(sentence: string): boolean {
  const opening = sentence.replace(/^[^\p{L}]+/u, "").replace(BEFORE, "");
  return PRONOUN.test(opening) || DEMONSTRATIVE.test(opening);
}
