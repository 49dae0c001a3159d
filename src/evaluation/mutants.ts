import { cutSpans } from "../edition/cut-spans.js";
import { skipsOf } from "../edition/skips-of.js";
import { sliceSpans } from "../edition/span.js";
import type { Work } from "../edition/work.js";
import { TYPOGRAPHY } from "./typography.js";

/** What a mutant has to be judged as: `faithful` exact or normalized, `elided`, or `altered`. */
export type Expected = "faithful" | "elided" | "altered";

export interface Mutant {
  readonly kind: string;
  readonly expected: Expected;
  readonly quotation: string;
  /** The words it was made of, and the sentence that they stand in. */
  readonly base: string;
  readonly reference: string;
}

interface Base {
  readonly words: readonly string[];
  readonly reference: string;
  /** Whether it is a sentence rather than a window of one. */
  readonly whole: boolean;
}

/** Lengths of windows, in words between blanks, and how far one is from the next. */
const WINDOWS = [6, 10, 16];
const STEP = 2;

const NEGATION = /^(?:cannot|not|no|never|nor|without)$/i;
const OTHER_WORDS = ["really", "certain", "quietly", "larger", "tomorrow", "famous"];
const NAMES: Readonly<Record<string, string>> = {
  Cuba: "Haiti",
  Castro: "Guevara",
  Batista: "Machado",
  Soviet: "Chinese",
  Laos: "Vietnam",
  Congo: "Algeria",
  Cuban: "Haitian",
  Communist: "Socialist",
  American: "European",
};
const NUMBERS: Readonly<Record<string, string>> = { "100,000": "10,000", "26th": "27th" };
const BRITISH: Readonly<Record<string, string>> = {
  honor: "honour",
  neighbors: "neighbours",
  neighboring: "neighbouring",
};
const AUXILIARY = /^(?:is|are|has|have|been|does|do|can|will|would|should|might)$/;

/** Every sentence of the author's text in every witness of `work`, and its windows. */
export function basesOf(work: Work): readonly Base[] {
  const bases: Base[] = [];
  for (const witness of work.witnesses) {
    for (const passage of witness.passages.filter(
      ({ layer, kind }) => layer === "text" && kind === "paragraph",
    )) {
      for (const sentence of passage.sentences) {
        const spans = cutSpans(witness.text, sentence, skipsOf(passage));
        const words = sliceSpans(witness.text, spans).split(/\s+/);
        const reference = `${work.id}:${sentence.path}`;
        bases.push({ words, reference, whole: true });
        for (const length of WINDOWS) {
          for (let from = 0; from + length < words.length; from += STEP) {
            bases.push({ words: words.slice(from, from + length), reference, whole: false });
          }
        }
      }
    }
  }
  return bases;
}

/** All mutants of a base. `stands` says whether words stand in the sources as they are: such are no mutants. */
export function mutantsOf({ words, reference }: Base, stands: (text: string) => boolean): readonly Mutant[] {
  const base = words.join(" ");
  const mutants: Mutant[] = [];
  const add = (kind: string, expected: Expected, quotation: string): void => {
    if (expected === "altered" && stands(quotation)) return;
    if (quotation !== base || expected !== "altered")
      mutants.push({ kind, expected, quotation, base, reference });
  };
  const splice = (at: number, remove: number, ...put: readonly string[]): string =>
    [...words.slice(0, at), ...put, ...words.slice(at + remove)].join(" ");
  const plain = (word: string): string => word.replace(/[.,;:]+$/, "");

  words.forEach((word, at) => {
    const inner = at > 0 && at < words.length - 1;
    const stop = word.slice(plain(word).length);
    if (inner) add("drop", "altered", splice(at, 1));
    if (at > 0) add("add", "altered", splice(at, 0, OTHER_WORDS[at % OTHER_WORDS.length] as string));
    if (inner) add("swap", "altered", splice(at, 1, (OTHER_WORDS[at % OTHER_WORDS.length] as string) + stop));
    if (inner) add("reorder", "altered", splice(at, 2, words[at + 1] as string, word));
    if (inner && AUXILIARY.test(word)) add("negate", "altered", splice(at, 1, word, "not"));
    if (NEGATION.test(word)) add("unnegate", "altered", splice(at, 1, ...(word === "cannot" ? ["can"] : [])));
    for (const [map, kind] of [
      [NAMES, "name"],
      [NUMBERS, "number"],
      [BRITISH, "british"],
    ] as const) {
      const other = map[plain(word)];
      if (other !== undefined) add(kind, "altered", splice(at, 1, other + stop));
    }
    if (inner && NEGATION.test(word)) add("ellipsis-negation", "altered", splice(at, 1, "..."));
    if (at > 1 && at < words.length - 2) {
      const left = words.slice(at, at + 2);
      const harmless = left.every((one) => /^[a-z]+$/.test(one) && !HARMFUL.test(one));
      if (harmless)
        add(
          "ellipsis-honest",
          "elided",
          splice(at, 2, ["...", "…", ". . .", "[...]", "[…]"][at % 5] as string),
        );
      add("insertion", "elided", splice(at, 0, "[recently]"));
      add("insertion-negation", "altered", splice(at, 0, "[never]"));
      if (word.length > 3 && /^[a-z]+$/.test(word))
        add("split", "altered", splice(at, 1, `${word.slice(0, 3)} ${word.slice(3)}`));
      if (/^[a-z]+$/.test(word) && /^[a-z]+$/.test(words[at + 1] as string))
        add("join", "altered", splice(at, 2, word + (words[at + 1] as string)));
    }
  });
  for (const [kind, change] of Object.entries(TYPOGRAPHY))
    add(`typography-${kind}`, "faithful", change(base));
  return mutants;
}

/** Fragments of two sentences that follow each other, joined by an ellipsis as if they were one. */
export function graftsOf(work: Work): readonly Mutant[] {
  const sentences = basesOf(work).filter(({ whole }) => whole);
  return sentences.slice(1).flatMap((right, at): readonly Mutant[] => {
    const left = sentences[at] as Base;
    if (left.words.length < 9 || right.words.length < 9) return [];
    const [head, tail] = [left.words.slice(0, 6).join(" "), right.words.slice(-6).join(" ")];
    return [
      {
        kind: "ellipsis-graft",
        expected: "altered",
        quotation: `${head} ... ${tail}`,
        base: head,
        reference: left.reference,
      },
    ];
  });
}

/** Left out, these may change the sense: the honest ellipses keep away from them. */
const HARMFUL =
  /^(?:not|no|never|cannot|without|too|denial|denied|refraining|banning|against|intolerable|among|it|what|its|own|business)$/;
