/** A name as bibliographies need it. A `literal` is printed as it stands and never inverted. */
export type Name =
  | { readonly kind: "literal"; readonly literal: string }
  | {
      readonly kind: "person";
      readonly given: string;
      /** "van", "de la": lower-case words between given and family name. */
      readonly particle?: string;
      readonly family: string;
      readonly suffix?: string;
    };

type Person = Extract<Name, { kind: "person" }>;

const SUFFIX = /^(?:jr\.?|sr\.?|esq\.?|ph\.?d\.?|m\.?d\.?|ii|iii|iv|vi|vii|viii)$/i;
const NUMERAL = /^[IVX]{1,6}$/;
/** Lower case, these belong to the family name that follows; capitalised, they begin it. */
const PARTICLES = new Set(
  "van von de der den des di da dal dalla del della dei do dos du la le les lo ten ter ter. 't zu zum zur af av ibn bin ben al el y".split(
    " ",
  ),
);
const CAPITAL_PARTICLES = new Set(
  "Van Von De Der Den Di Da Del Della Du La Le Dos Ten Ter St. Ste.".split(" "),
);
/** What opens a name without a family: titles of saints and rulers, addresses of many. */
const TITLED =
  /^(?:the|fellow|dear|my|our|all|pope|saint|st\.?|king|queen|emperor|empress|tsar|czar|prince|princess|brother|sister|mother)\s/i;
const ORGANISATION =
  /[&()\d/]|\b(?:agency|archives?|association|assembly|bank|board|bureau|cent(?:er|re)|church|club|college|commission|committee|company|conference|congress|corporation|council|department|federation|foundation|government|group|house|inc|institut(?:e|ion)|league|library|limited|ltd|ministry|museum|nations|news|office|organi[sz]ation|parliament|party|press|project|republic|school|senate|societ(?:y|ies)|states|times|trust|union|universit(?:y|ies)|website|workers)\b/i;

/**
 * Reads a name as work.yaml writes it: "John F. Kennedy", "Ludwig van Beethoven", "Martin Luther King Jr.",
 * "Kennedy, John F."; one word ("Plato"), a byname ("Hildegard of Bingen"), a titled or numbered one
 * ("Elizabeth II") and an organisation stay literal. A name with the family first ("Mao Zedong") cannot be
 * told from the others: write it "Mao, Zedong".
 */
export function parseName(name: string): Name {
  const plain = name.trim().replace(/\s+/g, " ");
  const literal: Name = { kind: "literal", literal: plain };
  if (TITLED.test(plain) || ORGANISATION.test(plain)) return literal;

  const parts = plain.split(/\s*,\s*/);
  const [head = "", second, third] = parts;
  if (second === undefined) return parseWords(head.split(" "), undefined) ?? literal;
  if (parts.length === 2 && SUFFIX.test(second)) return parseWords(head.split(" "), second) ?? literal;
  if (parts.length > 3 || head === "" || second === "") return literal;
  if (third !== undefined && !SUFFIX.test(third)) return literal;
  return person(second, undefined, head, third);
}

function parseWords(words: readonly string[], given: string | undefined): Person | undefined {
  const last = words.at(-1) ?? "";
  if (given === undefined && words.length === 2 && NUMERAL.test(last)) return undefined;
  const suffixed = given === undefined && words.length > 2 && SUFFIX.test(last);
  const suffix = suffixed ? last : given;
  const rest = suffixed ? words.slice(0, -1) : words;
  if (rest.length < 2 || rest.some((word) => /^(?:of|the|and)$/i.test(word))) return undefined;

  const lower = rest.findIndex((word, at) => at > 0 && at < rest.length - 1 && PARTICLES.has(word));
  if (lower > 0 && /^[ye]$/.test(rest[lower] as string)) {
    return lower < 2
      ? undefined
      : person(rest.slice(0, lower - 1).join(" "), undefined, rest.slice(lower - 1).join(" "), suffix);
  }
  if (lower > 0) {
    let end = lower;
    while (end < rest.length - 1 && PARTICLES.has(rest[end] as string)) end += 1;
    return person(
      rest.slice(0, lower).join(" "),
      rest.slice(lower, end).join(" "),
      rest.slice(end).join(" "),
      suffix,
    );
  }
  const capital = rest.findIndex((word, at) => at > 0 && at < rest.length - 1 && CAPITAL_PARTICLES.has(word));
  const family = capital > 0 ? capital : rest.length - 1;
  return person(rest.slice(0, family).join(" "), undefined, rest.slice(family).join(" "), suffix);
}

function person(
  given: string,
  particle: string | undefined,
  family: string,
  suffix: string | undefined,
): Person {
  return {
    kind: "person",
    given,
    ...(particle === undefined ? {} : { particle }),
    family,
    ...(suffix === undefined ? {} : { suffix }),
  };
}
