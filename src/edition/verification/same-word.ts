/** Stems whose -our is -or in American spelling; a rule for all would make "four" of "for". */
const OUR =
  /\b(arb|ard|arm|behavi|cand|clam|clang|col|demean|dol|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|misdemean|neighb|od|parl|ranc|rig|rum|sav|savi|splend|succ|tum|val|vap|vig|dishon|discol|disfav|belab)our/;
const RE =
  /\b(accout|calib|cent|epicent|fib|goit|lit|lust|manoeuv|maneuv|meag|met|kilomet|centimet|millimet|mit|nit|och|reconnoit|sab|saltpet|scept|sepulch|somb|spect|theat|amphitheat|titt)re(s|d)?$/;
const VARIANTS: ReadonlyMap<string, string> = new Map(
  "grey:gray centred:centered centring:centering plough:plow programme:program programmes:programs catalogue:catalog dialogue:dialog analogue:analog sceptic:skeptic sceptical:skeptical scepticism:skepticism mould:mold moulded:molded moult:molt smoulder:smolder smouldering:smoldering gaol:jail gaoler:jailer kerb:curb draught:draft pyjamas:pajamas aluminium:aluminum whisky:whiskey cosy:cozy connexion:connection connexions:connections inflexion:inflection reflexion:reflection amongst:among whilst:while amidst:amid sulphur:sulfur axe:ax ageing:aging artefact:artifact artefacts:artifacts furore:furor carcase:carcass despatch:dispatch despatches:dispatches despatched:dispatched enquiry:inquiry enquiries:inquiries enquire:inquire learnt:learned spelt:spelled dreamt:dreamed burnt:burned leapt:leaped smelt:smelled spoilt:spoiled leant:leaned skilful:skillful skilfully:skillfully wilful:willful wilfully:willfully fulfil:fulfill fulfils:fulfills fulfilment:fulfillment enrol:enroll enrols:enrolls enrolment:enrollment instalment:installment instalments:installments distil:distill appal:appall enthral:enthrall practise:practice practised:practiced practising:practicing defence:defense defences:defenses defenceless:defenseless offence:offense offences:offenses licence:license licences:licenses pretence:pretense pretences:pretenses jewellery:jewelry woollen:woolen okay:ok aeroplane:airplane aeroplanes:airplanes czar:tsar"
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/**
 * Whether two different forms are spellings of the same word: British and American usage, ligatures and
 * accents, and the same letters written as one word or two. By rules for endings and a list of stems, so that
 * "four" is not "for" and "filled" is not "filed".
 */
export function sameWord(left: string, right: string): boolean {
  if (left === right) return true;
  // Spellings of a word differ in few letters and begin alike, or are listed.
  if (Math.abs(left.length - right.length) > MOST_LETTERS) return false;
  if (left[0] !== right[0] && !unlike(left) && !unlike(right)) return false;
  return spellingKey(left) === spellingKey(right);
}

/** Letters (and blanks) that two spellings differ by in length at most. */
const MOST_LETTERS = 4;

function unlike(word: string): boolean {
  return VARIANTS.has(word) || /^(?:ae|oe|[æœ]|\P{ASCII})/u.test(word);
}

function spellingKey(phrase: string): string {
  const words = phrase.split(/[^\p{L}\p{N}\p{M}']+/u).filter((word) => word !== "");
  return words.map(wordKey).join("");
}

function wordKey(word: string): string {
  let key = word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/æ/g, "ae")
    .replace(/œ/g, "oe")
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o");
  key = VARIANTS.get(key) ?? key;
  if (key.length >= 6) key = key.replace(/(?<=[^aeiou]|^)[ao]e(?=[a-z])/g, "e");
  return (
    key
      .replace(OUR, "$1or")
      .replace(RE, "$1er$2")
      .replace(/(?<=\w{4})(i|y)z(?=(?:e|ed|er|ers|es|ing|ation|ations|able|ational)$)/, "$1s")
      .replace(/(?<=\w{2})dgement/, "dgment")
      .replace(/(?<=\w{2}[kvzl])eable$/, "able")
      // "travelled", "focussed": a final consonant doubled after an unstressed syllable.
      .replace(/^(\w*[aeiouy][^aeiouy]+\w*[aeiouy])([lpst])\2(ed|ing|er|ers|or|ors|ous|ery|able)$/, "$1$2$3")
      .replace(/wards$/, "ward")
  );
}
