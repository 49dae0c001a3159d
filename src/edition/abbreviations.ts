/**
 * English abbreviations whose full stop seldom ends a sentence, lower case, without the stop.
 * Before a name: titles and forms of address.
 */
export const TITLES: ReadonlySet<string> = new Set(
  "mr mrs ms mx dr prof rev revd hon st ste mt ft gen maj lt col capt cpt cmdr adm sgt cpl pvt sen rep gov pres amb sec messrs mme mlle mm fr sr bro supt insp det pfc ald brig vice-pres".split(
    " ",
  ),
);

/** Before a numeral: "No. 10", "pp. 59-60", "Apr. 18". */
export const BEFORE_NUMERALS: ReadonlySet<string> = new Set(
  "no nos vol vols p pp pt pts ch chap chaps art arts sec secs sect fig figs tab col cols l ll v vv bk bks n nn fol ff para paras par cl reg op ed ca c cir jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);

/** Anywhere: the sentence goes on unless the next word is one that commonly begins a sentence. */
export const ANYWHERE: ReadonlySet<string> = new Set(
  "vs cf viz ibid op cit loc etc al e.g i.e eg ie inc ltd co corp bros dept univ assn gov't govt jr sr esq u.s u.s.s.r u.n u.k d.c a.m p.m a.d b.c ph.d m.d b.a m.a est approx incl trans ed eds supp".split(
    " ",
  ),
);

/**
 * Words with a capital that, after an abbreviation, begin a new sentence rather than a name:
 * determiners, pronouns, conjunctions, prepositions, question words.
 */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  "the a an this that these those it its he his she her they their we our you your i my there here in on at by for from with without within into of to as after before during since until while when where who what why how which whose if although though because but and or nor so yet then thus hence however moreover therefore nevertheless meanwhile both each every all some any many most more no not another other such is are was were do does did has have had can could will would shall should may might must let".split(
    " ",
  ),
);
