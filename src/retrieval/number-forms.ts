const TO_TWENTY =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const ORDINALS =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** Pairs of a number in words and in figures: four, 4; fourth, 4th; forty, 40. */
const PAIRS: readonly (readonly [string, string])[] = [
  ...TO_TWENTY.map((word, at) => [word, String(at)] as const),
  ...ORDINALS.map((word, at) => [word, `${at}${endingOf(at)}`] as const),
  ...TENS.slice(1).map((word, at) => [word, String((at + 3) * 10)] as const),
];
const OTHER = new Map(
  PAIRS.flatMap(([word, figures]) => [[word, figures] as const, [figures, word] as const]),
);

/** The other way to write a small number: "4th" for "fourth", "forty" for "40"; undefined for all else. */
export function otherNumberForm(norm: string): string | undefined {
  return OTHER.get(norm);
}

function endingOf(count: number): string {
  return ["st", "nd", "rd"][count - 1] ?? "th";
}
