import { wordsOf } from "../edition/words.js";

/**
 * Function words that give a language away in a short question. Words that English has, too, ("die", "a", "in",
 * "on") are left out of the other lists. Closed classes, written down by hand.
 */
const FUNCTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: "the a an of to is are was were be been do does did what who whom whose which when where why how and or not that this these those it he she they his her their with from for by about say says said will would can could should has have had if there any us many much",
    de: "der das den dem des ein eine einen einem eines und oder nicht ist sind war waren wird werden werden wurde wurden die hat haben hatte was wer wen wem wann wo warum wie wieso welche welcher welches über für mit von vom zu zum zur auf aus bei nach sich es er sie ihr wir ich dass sagt auch",
    fr: "le la les un une des du de et ou est sont était étaient que qui quoi quand où pourquoi comment quel quelle quels quelles ce cette ces dans sur avec pour par il elle ils elles nous vous je ne pas plus au aux sa ses leur dit t-il qu'est-ce d'après a-t-il",
    es: "el la los las un una unos unas de del y o es son era eran fue qué que quién quien cuándo dónde por cómo cuál cuáles este esta estos estas en con para él ella ellos nosotros yo se su sus al dice dijo sobre hay está",
    it: "il lo la gli le un una di del della dei delle e è sono era erano che chi quando dove perché come quale quali questo questa in con per lui lei loro noi io si suo sua al dice detto cosa sul sulla",
    pt: "o os as um uma uns umas de do da dos das e ou é são era eram foi que quem quando onde por como qual quais este esta em com para ele ela eles nós eu se seu sua ao diz disse sobre não no na",
    nl: "de het een en of is zijn was waren wordt worden wat wie wanneer waar waarom hoe welke welk dit dat deze met van voor naar op uit bij hij zij wij ik niet er zegt over heeft",
    pl: "i w na z do nie jest są był była było co kto kiedy gdzie dlaczego jak który która które to ten ta się o po za od dla czy mówi",
    sv: "och att det är en ett den som på av för med var när hur varför vem vad vilken vilket till från inte han hon de säger om",
  }).map(([language, words]) => [language, new Set(words.split(" "))]),
);

/** Scripts that no served language is written in. */
const FOREIGN_LETTER = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/**
 * Whether a question is, on the evidence of its letters and function words, in another language than English,
 * which is all that the bundled model serves. Two more words of another language than of English are wanted
 * (one, where it is half of the question), so that a lone foreign word or name stays English.
 */
export function isForeign(question: string): boolean {
  const letters = question.match(/\p{L}/gu) ?? [];
  const foreign = letters.filter((letter) => FOREIGN_LETTER.test(letter)).length;
  if (foreign > letters.length / 2) return true;
  const words = wordsOf(question).map((word) => word.norm);
  const count = (language: string): number =>
    words.filter((word) => FUNCTION_WORDS[language]?.has(word)).length;
  const english = count("en");
  const other = Math.max(
    ...Object.keys(FUNCTION_WORDS)
      .filter((language) => language !== "en")
      .map(count),
  );
  return other - english >= 2 || (english === 0 && other >= 1 && other * 2 >= words.length);
}
