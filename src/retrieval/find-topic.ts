import { cleanText } from "../edition/clean-text.js";
import type { Layer } from "../edition/layer.js";
import { skipsOf } from "../edition/skips-of.js";
import { sameWord } from "../edition/verification/same-word.js";
import { voiceOf } from "../edition/voice-of.js";
import type { Witness, Work } from "../edition/work.js";
import { wordsOf } from "../edition/words.js";
import { otherNumberForm } from "./number-forms.js";
import { expandInitials } from "./initials.js";
import { allStems } from "./irregular-forms.js";
import type { Lexicon } from "./searcher.js";
import { stemsOf, termsOf } from "./terms.js";
import type { Topic } from "./topic-of.js";
import type { Unit } from "./unit.js";

/** Where a topic may be looked for. */
export interface TopicReach {
  readonly allowed: (unit: Unit) => boolean;
  /** Every edition in reach: one may have a word in a reading that is not searched. */
  readonly editions: readonly Edition[];
  readonly layers?: readonly Layer[];
  readonly voices?: readonly string[];
}

export interface Edition {
  readonly work: Work;
  readonly witness: Witness;
}

/** A sentence, by the number of its unit and its own therein. */
export interface Place {
  readonly unit: number;
  readonly sentence: number;
}

/** What became of a topic. */
export interface FoundTopic {
  /** Sentences (of units) that hold all words of one of its things, in any inflection. */
  readonly places: readonly Place[];
  /** Words, as asked, that no edition has anywhere, in no inflection and no other spelling. */
  readonly missing: readonly string[];
}

/** Ways to say a word: one of them has to stand in a sentence, with all of its stems. */
type Forms = readonly (readonly string[])[];

/** Looks for a topic, sentence by sentence. Time: a pass over the counts for each word, and more for words that are missing. */
export function findTopic({ things }: Topic, lexicon: Lexicon, reach: TopicReach): FoundTopic {
  const open = openSentences(lexicon, reach.allowed);
  const inText = openSentences(lexicon, ({ passage }) => passage.layer === "text");
  const found = new Set<number>();
  const missing: string[] = [];
  for (const { words, norms } of things) {
    const held = norms.map((norm, at) => {
      const forms = formsOf(norm);
      const own = holding(forms, lexicon, open);
      // What an editor spells so the author may spell otherwise.
      if ([...own].some((sentence) => inText[sentence] === 1)) return own;
      const others = otherForms(words[at] as string, norm, lexicon);
      if (forms.length === 0 && others.length === 0) return undefined;
      const all = new Set([...own, ...holding(others, lexicon, open), ...holdingInTwo(norm, lexicon, open)]);
      if (all.size === 0 && !standsElsewhere([...forms, ...others], reach)) missing.push(words[at] as string);
      return all;
    });
    const [first, ...rest] = held.filter((sentences) => sentences !== undefined);
    for (const sentence of first ?? []) if (rest.every((one) => one.has(sentence))) found.add(sentence);
  }
  const sentences = [...found].sort((a, b) => a - b);
  return { places: placesOf(sentences, lexicon), missing: [...new Set(missing)] };
}

/** The word itself: its stem, or for a hyphenated one that of the whole, and those of its parts. */
function formsOf(norm: string): Forms {
  const stems = stemsOf(norm);
  const [whole, ...parts] = stems;
  if (whole === undefined) return [];
  if (!norm.includes("-")) return allStems(whole).map((stem) => [stem]);
  return parts.length === 0 ? [[whole]] : [[whole], parts];
}

/** Forms that cost a look through the vocabulary: other spellings, numbers in figures or words, and what an acronym stands for. */
function otherForms(word: string, norm: string, { vocabulary, units }: Lexicon): Forms {
  const spelled = [...vocabulary.keys()].filter((one) => one !== norm && sameWord(norm, one));
  const expanded = /^\p{Lu}{2,6}$/u.test(word) ? expandInitials(word, units) : [];
  const number = otherNumberForm(norm);
  return [
    ...spelled.map((one) => stemsOf(one)),
    ...(number === undefined ? [] : [stemsOf(number)]),
    ...expanded,
  ].filter((stems) => stems.length > 0);
}

/** Sentences that have a word as two, beside each other: "cease fire" for "ceasefire". */
function holdingInTwo(norm: string, lexicon: Lexicon, open: Uint8Array): readonly number[] {
  const { vocabulary, units } = lexicon;
  return [...Array(Math.max(0, norm.length - 3)).keys()].flatMap((at) => {
    const [left, right] = [norm.slice(0, at + 2), norm.slice(at + 2)];
    if (!vocabulary.has(left) || !vocabulary.has(right)) return [];
    const both = [...holding([[...stemsOf(left), ...stemsOf(right)]], lexicon, open)];
    return both.filter((_, k) => {
      const { unit, sentence } = placesOf(both, lexicon)[k] as Place;
      const words = wordsOf(units[unit]?.sentences[sentence] ?? "");
      return words.some((word, n) => word.norm === left && words[n + 1]?.norm === right);
    });
  });
}

function holding(forms: Forms, { lexicalSentences }: Lexicon, open: Uint8Array): ReadonlySet<number> {
  const found = new Set<number>();
  for (const stems of forms) {
    if (!stems.every((stem) => lexicalSentences.has(stem))) continue;
    const [first, ...rest] = stems.map((stem) => lexicalSentences.score([stem]).scores);
    first?.forEach((score, at) => {
      if (score > 0 && open[at] === 1 && rest.every((scores) => (scores[at] as number) > 0)) found.add(at);
    });
  }
  return found;
}

function openSentences({ units, firstSentence }: Lexicon, allowed: (unit: Unit) => boolean): Uint8Array {
  const open = new Uint8Array(firstSentence.at(-1) ?? 0);
  units.forEach((unit, at) => {
    if (allowed(unit)) open.fill(1, firstSentence[at], firstSentence[at + 1]);
  });
  return open;
}

/** Where the sentences of these numbers, ascending, stand. */
function placesOf(sentences: readonly number[], { firstSentence }: Lexicon): readonly Place[] {
  let unit = 0;
  return sentences.map((at) => {
    while ((firstSentence[unit + 1] as number) <= at) unit += 1;
    return { unit, sentence: at - (firstSentence[unit] as number) };
  });
}

/** Whether an edition has it in a reading of its own: what is searched is the first edition's. */
function standsElsewhere(forms: Forms, { editions, layers, voices }: TopicReach): boolean {
  return editions.some(
    ({ work, witness }) =>
      work.witnesses.length > 1 &&
      stemsIn(work, witness).some(
        ({ layer, voice, stems }) =>
          (layers?.includes(layer) ?? true) &&
          (voices?.includes(voice) ?? true) &&
          forms.some((form) => form.every((stem) => stems.has(stem))),
      ),
  );
}

/** The stems of a layer, as far as one voice speaks in it. */
interface VoiceStems {
  readonly layer: Layer;
  readonly voice: string;
  readonly stems: Set<string>;
}

const known = new WeakMap<Witness, readonly VoiceStems[]>();

function stemsIn(work: Work, witness: Witness): readonly VoiceStems[] {
  const already = known.get(witness);
  if (already) return already;
  const all = new Map<string, VoiceStems>();
  for (const passage of witness.passages) {
    const { layer } = passage;
    const voice = voiceOf(work, witness, passage);
    const own = all.get(`${layer} ${voice}`) ?? { layer, voice, stems: new Set<string>() };
    all.set(`${layer} ${voice}`, own);
    for (const stem of termsOf(cleanText(witness.text, passage, skipsOf(passage)).text)) own.stems.add(stem);
  }
  const stems = [...all.values()];
  known.set(witness, stems);
  return stems;
}
