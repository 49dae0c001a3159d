import { wordsOf } from "../edition/words.js";

/** Words of grammar that English questions are made of. A closed class, written down by hand, as the others are. */
const ENGLISH = setOf(
  "the a an of to in on at by for from with without as is are was were be been being am do does did done has have had having " +
    "will would can could shall should may might must what who whom whose which when where why how and or but nor not no if than then " +
    "that this these those there here it its he him his she her hers they them their i me my we us our you your any some all many much " +
    "more most other another about against between into over under up out off only just also so such say says said tell give show mean means",
);

/**
 * Words of grammar that give another language away. What English has, too, is listed with the rest and told apart by
 * `ENGLISH` and `ALSO_ENGLISH`.
 */
const FOREIGN: readonly ReadonlySet<string>[] = [
  // German
  "der die das den dem des ein eine einen einem einer eines kein keine keinen und oder aber nicht ist sind war waren wird werden wurde wurden hat haben hatte will wollte kann können soll muss was wer wen wem wessen wann wo warum wie wieso weshalb welche welcher welches welchen über für mit von vom zu zum zur auf aus bei nach um an im in am gegen ohne sich es er sie ihr ihm ihn ihre ihren sein seine seinen wir ich du uns dass sagt sagte sagen schreibt meint auch noch schon nur sehr gibt es viele viel mehr etwas nichts geht steht darüber dazu erwähnt nennt spricht schrieb geschrieben",
  // French
  "le la les un une des du de et ou mais est sont était étaient sera fut a ont avait que qui quoi quand où pourquoi comment combien quel quelle quels quelles lequel ce cet cette ces cela ça dans sur sous avec sans pour par contre entre chez il elle ils elles on nous vous je tu ne pas plus rien jamais au aux à en y se sa son ses leur leurs mon ma notre votre dit dire écrit parle parler pense d'après selon qu'est-ce est-ce mentionne mentionné écrit écrite écrire",
  // Spanish
  "el la los las un una unos unas de del al y e o u pero es son era eran fue fueron será está están hay ha han había que qué quién quien quiénes cuándo cuando dónde donde por para porque cómo como cuál cuáles cuánto cuántos cuántas este esta esto estos estas ese esa eso en con sin sobre contra entre él ella ellos ellas nosotros yo tú usted se su sus lo le les mi tu no ni muy más dice dijo decir habla escribe piensa menciona mencionado escribió escrito",
  // Italian
  "il lo la gli le i un uno una di del dello della dei degli delle da dal dalla al allo alla nel nella sul sulla e ed o ma è sono era erano fu sarà ha hanno aveva che chi cosa quando dove perché come quale quali quanto quanti quante questo questa questi queste quello in con su per tra fra contro non si suo sua suoi loro lui lei noi io tu c'è dice detto disse parla scrive pensa cos'è dov'è com'è menziona menzionato scritto scrisse",
  // Portuguese
  "o a os as um uma uns umas de do da dos das no na nos nas ao à aos e ou mas é são era eram foi foram será está há tem que quem quando onde por porque porquê para como qual quais quanto quantos quantas este esta isto esse essa isso em com sem sobre contra entre ele ela eles elas nós eu você se seu sua seus suas não nem mais muito diz disse dizer fala escreve pensa menciona mencionado escreveu escrito",
  // Dutch
  "de het een en of maar is zijn was waren wordt worden werd werden heeft hebben had hadden zal wat wie wanneer waar waarom hoe hoeveel welke welk dit dat deze die met van voor door naar op uit bij tot tegen zonder onder over aan in hij zij ze wij we ik jij je u hun hem haar niet geen er ook nog wel zegt zei zeggen schrijft denkt staat noemt genoemd schreef geschreven",
  // Polish
  "i w we z ze na do od po za o u dla przez przed pod nad bez przy nie tak jest są był była było były będzie co kto kogo kiedy gdzie dlaczego czemu jak jaki jaka jakie który która które ile czy to ten ta te tego tej się on ona oni jego jej ich mówi powiedział pisze myśli wspomina napisał",
  // Czech
  "a i v ve s se z ze na do od po za o u k pro při bez není je jsou byl byla bylo byly bude co kdo koho kdy kde proč jak jaký jaká jaké který která které kolik zda ten ta to si on ona oni jeho její jejich říká řekl píše myslí zmiňuje napsal",
  // Swedish
  "och att det är var en ett den de som på av för med till från vid om mot utan inte ingen har hade ska kan vad vem vilka när hur varför vilken vilket han hon vi jag du sin sina hans hennes säger sade skriver tycker finns nämner nämns skrev",
  // Danish and Norwegian
  "og at det er var en et den de som på av af for med til fra ved om mot mod uten uden ikke ingen har hadde havde skal kan hva hvad hvem hvor hvorfor hvordan hvilken hvilke hvilket når han hun vi jeg du sin sitt sine hans hendes sier siger sagde skriver mener finnes findes nevner nævner skrev",
  // Finnish
  "ja tai mutta on ovat oli olivat ei eivät mitä mikä mitkä kuka ketkä kenelle miksi miten milloin missä mistä mihin kuinka hän he se ne tämä tuo hänen heidän että kun jos sanoo sanoi kirjoittaa",
  // Hungarian
  "a az egy és vagy de nem van vannak volt voltak lesz mit mi ki kik kit mikor hol miért hogyan hogy melyik mennyi hány ez ezt azt ő ők róla mond mondja mondta ír írta",
  // Romanian
  "un o unei unui și sau dar este sunt era erau fost va ce cine când unde de cum care cât câți câte acest această acestea în cu fără pe pentru despre din la el ea ei ele nu se lui spune zice scrie",
  // Turkish
  "ve ile bir bu şu o ne kim kime neden niçin niye nasıl nerede nereden hangi kaç mi mı mu mü için hakkında gibi daha değil var yok onun ona onlar diyor dedi söylüyor yazdı",
  // Indonesian and Malay
  "yang dan di ke dari untuk dengan pada oleh tentang ini itu adalah tidak bukan apa siapa kapan mana dimana mengapa kenapa bagaimana berapa apakah dia ia mereka kami kita saya kata katakan menulis",
  // Vietnamese
  "là và của có không được cho với về trong những các một này đó gì ai nào khi đâu sao thế ông ấy bà họ nói viết tại",
  // Latin
  "et aut sed est sunt erat erant fuit quis quid quem quae quod qui cur quando ubi unde quomodo quot ad ab ex cum pro per de in non ne hic haec hoc ille illa ipse eius dicit dixit scripsit scribit",
].map(setOf);

/** Words of those that an English question may well have: "nuclear war?", "come back", "ten days". */
const ALSO_ENGLISH = setOf(
  "die war hat was will so man am bin an in on at as no me my mi plus son par pour pas sin con once he hay come per sue dove do dos ten met wet wel ten van " +
    "over had we men want hem been die is of or to go by pod ha fur hon den en far till under us all for a i o u e y s k z w fra sue era media ma mod ad ab ex pro " +
    "cum ne ille sed hun sine et skal kan pa la le de da du di el il al los las y ye je se ze un tu te ta it's its her sit sign be are him hop op tot nu fost ei az ez ki kit hol ke ia mana ai sao wat wen dat hoe quid hoc non est che quo",
);

/** What names are made with: "De Gaulle", "Los Angeles", "Che Guevara", "van der Rohe". */
const IN_NAMES = setOf(
  "de du des del della dello degli delle di da do dos das d l la le les los las el il lo gli al van von vom zu zum zur der den dem die das het ten ter te op che san santa e y i o os as af av en et und pro",
);
/** With so few words a question may be nothing but a name, capitals or not. */
const LONGEST_NAME = 3;
/** German nouns have capitals, too: before one an article is what it seems to be. */
const GERMAN_ARTICLES = setOf("der die das den dem des");

/** Scripts that no served language is written in. */
const FOREIGN_LETTER = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
/** So many letters of such a script are no slip and no sign, where English says nothing. */
const LEAST_LETTERS = 4;
/** "qu'il", "dov'è", "mentionne-t-il". */
const ELISION =
  /^(?:qu|n|j|c|jusqu|lorsqu|puisqu|dell|nell|sull|all|un|dov|com|cos)'(?=\p{L})|-t-(?:ils?|elles?|on)$|-(?:ils?|elles?)$/u;
/** One word in so many gives a language away, where none is English. */
const SHARE = 3;
/** So many words that a language shares with English are its own, where none is English alone. */
const LEAST_SHARED = 3;

/**
 * Whether a question is, on the evidence of its letters and words of grammar, in another language than English, which
 * is all that the bundled model serves. Two more words of another language than of English alone are wanted (one,
 * where it is a third of the question), one of them a word that English has not; particles of names say nothing.
 */
export function isForeign(question: string): boolean {
  const letters = question.match(/\p{L}/gu) ?? [];
  const foreign = letters.filter((letter) => FOREIGN_LETTER.test(letter)).length;
  if (foreign > letters.length / 2) return true;
  const words = wordsOf(question).map(({ norm, start, end }) => ({
    norm,
    capital: /^\p{Lu}/u.test(question.slice(start)),
    beforeCapital: /^[\s'’-]+(?:(?:la|las|los|le|der|den|dem|het)\s+)?\p{Lu}/u.test(question.slice(end)),
  }));
  const spoken = words.some(
    ({ norm }) => ENGLISH.has(norm) || ENGLISH.has(norm.replace(/(?:n't|'\p{L}+)$/u, "")),
  );
  if (foreign >= LEAST_LETTERS && !spoken) return true;
  if (/[¿¡]/.test(question) && !words.some(({ norm }) => ENGLISH.has(norm) && !ALSO_ENGLISH.has(norm)))
    return true;
  return FOREIGN.some((list) => {
    const own = words.filter(({ norm }) => list.has(norm) || ELISION.test(norm));
    const english = words.filter(({ norm }) => ENGLISH.has(norm) && !list.has(norm)).length;
    const telling = own.filter(
      ({ norm, beforeCapital }) =>
        !ALSO_ENGLISH.has(norm) &&
        !ENGLISH.has(norm) &&
        !(IN_NAMES.has(norm) && (beforeCapital || words.length <= LONGEST_NAME)),
    ).length;
    const articles = own.filter(({ norm, capital }) => GERMAN_ARTICLES.has(norm) && !capital).length;
    const shared = own.length >= LEAST_SHARED && english === 0 && list.has("wessen") && articles > 0;
    if (telling === 0 && !shared) return false;
    return own.length - english >= 2 || (english === 0 && own.length * SHARE >= words.length);
  });
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
