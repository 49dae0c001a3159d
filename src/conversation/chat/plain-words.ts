/** What people say around what they want, at the start … */
const BEFORE =
  /^(?:ok|okay|please|pls|plz|hey|hi|hello|so|well|now|and|but|then|also|thanks|thank you|great|cool|good|nice|um|uh|hmm|yes|no|quoth|just|(?:could|can|would|will) you|(?:could|can|may) i(?: (?:see|have|get|read))?|i(?: would|'d) like(?: to(?: (?:see|have|read|know|hear))?)?|i want(?: to(?: (?:see|have|read|know|hear))?)?|let(?: me|'s| us)(?: (?:see|have|read))?|lets|show(?: me)?|give(?: me)?|tell me) (?=\S)/;
/** … and at the end. */
const AFTER = / (?:please|pls|plz|thanks|thank you|thx|now|again|for me|then|mate|exactly|actually|really)$/;

/**
 * What was said as patterns read it: lower case, single blanks, straight apostrophes, no punctuation but what
 * references are made of ("note.a", "3.1-2@ucsb").
 */
export function plainWords(said: string): string {
  return said
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/[’ʼ‘`]/g, "'")
    .replace(/[–—‐‑]/g, "-")
    .replace(/[^\p{L}\p{M}\p{N}.'@:~*†‡_-]+/gu, " ")
    .replace(/[.:'-]+(?= |$)|(?<= |^)[.:'-]+/g, "")
    .replace(/ +/g, " ")
    .trim();
}

/** Plain words as they are, and with one polite turn after the other taken off at either end. */
export function withoutPoliteness(plain: string): readonly string[] {
  const forms = [plain];
  for (let form = plain; ;) {
    const shorter = [form.replace(BEFORE, ""), form.replace(AFTER, "")].find((one) => one !== form);
    if (shorter === undefined) return forms;
    forms.push(shorter);
    form = shorter;
  }
}
