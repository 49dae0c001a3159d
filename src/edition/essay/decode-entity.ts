/** HTML's names of the characters from U+00A0 to U+00FF, in their order. */
const LATIN_1 = (
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para " +
  "middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave " +
  "Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute " +
  "Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave " +
  "iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml"
).split(" ");

/** The names that texts with quotations use. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.map((name, at) => [name, String.fromCodePoint(0xa0 + at)] as const),
  ...Object.entries({
    quot: '"',
    apos: "'",
    amp: "&",
    lt: "<",
    gt: ">",
    ldquo: "“",
    rdquo: "”",
    bdquo: "„",
    lsquo: "‘",
    rsquo: "’",
    sbquo: "‚",
    lsaquo: "‹",
    rsaquo: "›",
    mdash: "—",
    ndash: "–",
    hellip: "…",
    ensp: "\u2002",
    emsp: "\u2003",
    thinsp: "\u2009",
    dagger: "†",
    bull: "•",
    oelig: "œ",
    OElig: "Œ",
    scaron: "š",
    Scaron: "Š",
    Yuml: "Ÿ",
    euro: "€",
  }),
]);

/** What browsers make of the numbers 128 to 159, which are Windows-1252's in old pages: "&#147;" is “. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The character of an HTML reference ("&eacute;", "&#233;", "&#xE9;"); undefined for what is none, or no character of text. */
export function decodeEntity(reference: string): string | undefined {
  const match = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));$/i.exec(reference);
  if (!match) return undefined;
  const [, decimal, hexadecimal, name] = match;
  if (name !== undefined) return NAMED.get(name);
  const code = decimal === undefined ? parseInt(hexadecimal as string, 16) : Number(decimal);
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252.charAt(code - 0x80);
  const isText = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && code !== 0x7f;
  return isText ? String.fromCodePoint(code) : undefined;
}
