const WORDS: ReadonlySet<string> = new Set(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth hundredth thousandth dozen dozens half twice thrice double triple".split(
    " ",
  ),
);

/** Whether a token is a number: figures, ordinals, number words. */
export function isNumber(norm: string): boolean {
  return /^\p{N}/u.test(norm) || /^[%‰]$/.test(norm) || WORDS.has(norm);
}
