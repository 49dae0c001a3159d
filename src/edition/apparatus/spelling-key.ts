/** Verbs and nouns in -l that British spelling doubles and American does not: a rule would make "filled" of "filed". */
const DOUBLING =
  "apparel barrel bevel cancel carol channel chisel counsel dial dishevel duel enamel equal fuel funnel gravel grovel initial jewel label level libel marvel medal model panel parcel pedal pencil quarrel rival shovel shrivel signal snorkel swivel total towel travel tunnel unravel yodel";

/** What is written in two ways, and the one that both are made into. Each rule keeps different words apart. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/^(licen|practi)c(?=e[ds]?$|ing$)/, "$1s"],
  // Three letters before it keep four, hour, your, tour and flour out.
  [/(?<=[a-z]{3})our(?=$|s$|ed$|ing$|ers?$|abl[ey]$|ites?$|less$|ful(?:ly)?$|hoods?$|ly$)/, "or"],
  [/(?<=[a-z]{3})is(?=e[ds]?$|ing$|ers?$|ations?$)/, "iz"],
  [/(?<=[a-z]{2})ys(?=e[ds]?$|ing$|ers?$)/, "yz"],
  [/^(cent|theat|met|lit|lust|spect|meag|fib|calib|sab|somb|och)re(s|d)?$/, "$1er$2"],
  [new RegExp(`^(${DOUBLING.replace(/ /g, "|")})l(?=(?:ed|ing|ers?|ors?|ous)$)`), "$1"],
  [/^(fulfi|insta|enro)ll(?=$|s$|ments?$)/, "$1l"],
  [/^(ski|wi)ll(?=ful(?:ly)?$)/, "$1l"],
  [/^(def|off|pret)ence(?=$|s$|less$)/, "$1ense"],
  [/^(catal|dial|anal|prol|monol|epil)ogue(?=s?$)/, "$1og"],
  [/^(judg|acknowledg|abridg)ement(?=s?$)/, "$1ment"],
  [/^programme(?=s?$)/, "program"],
  [/^(conne|refle|infle)xion(?=s?$)/, "$1ction"],
  [/^grey(?=$|e?r?s?t?$|ish$|ness$)/, "gray"],
  [/^plough/, "plow"],
  [/^sceptic/, "skeptic"],
  [/^gaol/, "jail"],
  [/^enquir/, "inquir"],
  [/^despatch/, "dispatch"],
  [/^shew(?=$|s$|n$|ed$|ing$)/, "show"],
  [/^t[sz]ar(?=$|s$|is[tm]|ina)/, "czar"],
  [/^(m|sm)ould(?=$|s$|y$|e[dr]|ing$)/, "$1old"],
  [/^moustache/, "mustache"],
  [/^(aes)thet/, "esthet"],
  [/^anaesth/, "anesth"],
  [/^archaeolog/, "archeolog"],
  [/^encyclopaed/, "encycloped"],
  [/^mediaev/, "mediev"],
  [/^(f|diarrh)oe(?=t|a)/, "$1e"],
];

/**
 * An English word with its well-known variants of spelling made one: honour / honor, realise / realize,
 * centre / center, travelled / traveled, defence / defense, naïve / naive. `word` is as `wordsOf`
 * normalises it. The key is for comparison and no spelling of its own: a word that has one spelling only
 * may come out odd, but not like another word.
 */
export function spellingKey(word: string): string {
  const plain = word
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/æ/g, "ae")
    .replace(/œ/g, "oe");
  return RULES.reduce((key, [pattern, one]) => key.replace(pattern, one), plain);
}
