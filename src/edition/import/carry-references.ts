import { alignWitnesses, type NumberedText } from "../align-witnesses.js";
import type { Passage, Sentence } from "../passage.js";

/**
 * The passages of a text that was read anew, under the references that they had before. A passage whose words are
 * unchanged keeps its reference and those of its sentences, wherever it stands now; a changed one keeps it where it
 * is like enough to what it was; a new one is called after its predecessor with a letter ("3a"), or, apart from the
 * text's paragraphs, by the next free number; a reference whose passage is gone is not given to another.
 */
export function carryReferences(old: NumberedText, fresh: NumberedText): readonly Passage[] {
  const pairs = pairEqual(old, fresh);
  pairBetween(old, fresh, pairs);
  const paired = new Set([...pairs.values()].map((one) => one.path));
  const aligned = alignParagraphs(old, fresh);
  /** Undefined where the passage has to be named anew. */
  const carried = fresh.passages.map((passage, at): Passage | undefined => {
    const own = pairs.get(at);
    if (own) return renamed(old, own, fresh, passage);
    const counterpart = aligned[at];
    return counterpart && !paired.has(counterpart.path) ? counterpart : undefined;
  });
  // No reference is given to another passage, not even that of one that is gone.
  const taken = new Set(old.passages.map((one) => one.path));
  let previous = "0";
  return carried.map((known, at) => {
    const passage = fresh.passages[at] as Passage;
    const named = known ?? withPath(passage, freshName(passage, previous, taken));
    taken.add(named.path);
    if (isParagraph(named)) previous = named.path;
    return withDistinctSentences(named);
  });
}

/** Tells the path of a counterpart from a name that the alignment made up out of it: "3=" and "3=a". */
const OWN = "=";

/** For each passage of `fresh` that is a paragraph like one of `old`, it under that one's reference. */
function alignParagraphs(old: NumberedText, fresh: NumberedText): readonly (Passage | undefined)[] {
  const marked = old.passages.map((one) => ({ ...one, path: `${one.path}${OWN}` }));
  const plain = (path: string): string => path.replace(OWN, "");
  return alignWitnesses({ ...old, passages: marked }, fresh).map((passage) =>
    isParagraph(passage) && passage.path.endsWith(OWN)
      ? {
          ...passage,
          path: plain(passage.path),
          sentences: passage.sentences.map((one) => ({ ...one, path: plain(one.path) })),
        }
      : undefined,
  );
}

/** A sentence that was added where another had been added before bears the next letter. */
function withDistinctSentences(passage: Passage): Passage {
  const used = new Set<string>();
  const sentences = passage.sentences.map((sentence) => {
    let { path } = sentence;
    const stem = path.replace(/[a-z]+$/i, "");
    for (let letter = 1; used.has(path); letter += 1) path = `${stem}${letterName(letter)}`;
    used.add(path);
    return path === sentence.path ? sentence : { ...sentence, path };
  });
  return { ...passage, sentences };
}

/** For passages of `fresh` (by index) the passage of `old` with the same layer and words, each used once, in order. */
function pairEqual(old: NumberedText, fresh: NumberedText): Map<number, Passage> {
  const waiting = new Map<string, Passage[]>();
  const keyOf = ({ text }: NumberedText, { layer, start, end }: Passage): string =>
    `${layer} ${text.slice(start, end)}`;
  for (const passage of old.passages) {
    const key = keyOf(old, passage);
    const same = waiting.get(key);
    if (same) same.push(passage);
    else waiting.set(key, [passage]);
  }
  const pairs = new Map<number, Passage>();
  fresh.passages.forEach((passage, at) => {
    const found = waiting.get(keyOf(fresh, passage))?.shift();
    if (found) pairs.set(at, found);
  });
  return pairs;
}

/**
 * Pairs what stands between two equal passages of a layer on both sides, where it is as many on either: a heading
 * whose spelling was corrected. Paragraphs of the text are left to the alignment, which looks at their words.
 */
function pairBetween(old: NumberedText, fresh: NumberedText, pairs: Map<number, Passage>): void {
  const layers = new Set(fresh.passages.map((one) => one.layer));
  for (const layer of layers) {
    const left = old.passages.filter((one) => one.layer === layer && !isParagraph(one));
    const right = [...fresh.passages.keys()].filter((at) => {
      const one = fresh.passages[at] as Passage;
      return one.layer === layer && !isParagraph(one);
    });
    const used = new Set([...pairs.values()]);
    let from = 0;
    let open: number[] = [];
    const close = (to: number): void => {
      const free = left.slice(from, to).filter((one) => !used.has(one));
      if (free.length === open.length) open.forEach((at, i) => pairs.set(at, free[i] as Passage));
      open = [];
    };
    for (const at of right) {
      const own = pairs.get(at);
      const place = own ? left.indexOf(own) : -1;
      if (!own) open.push(at);
      else if (place >= from) {
        close(place);
        from = place + 1;
      }
    }
    close(left.length);
  }
}

function isParagraph({ layer, kind }: Passage): boolean {
  return layer === "text" && kind === "paragraph";
}

function isEqual(old: NumberedText, a: Passage, fresh: NumberedText, b: Passage): boolean {
  return old.text.slice(a.start, a.end) === fresh.text.slice(b.start, b.end);
}

/** `passage` under the reference of `own`; where the words are the same, with its sentences, too. */
function renamed(old: NumberedText, own: Passage, fresh: NumberedText, passage: Passage): Passage {
  if (!isEqual(old, own, fresh, passage)) return withPath(passage, own.path);
  const shift = passage.start - own.start;
  const sentences: readonly Sentence[] = own.sentences.map(({ path, start, end }) => ({
    path,
    start: start + shift,
    end: end + shift,
  }));
  return { ...passage, path: own.path, sentences };
}

function withPath(passage: Passage, path: string): Passage {
  return {
    ...passage,
    path,
    sentences: passage.sentences.map((sentence) => ({
      ...sentence,
      path: `${path}${sentence.path.slice(passage.path.length)}`,
    })),
  };
}

function freshName(passage: Passage, previous: string, taken: ReadonlySet<string>): string {
  const { layer } = passage;
  if (isParagraph(passage)) {
    const stem = previous.replace(/[a-z]+$/i, "");
    for (let letter = 1; ; letter += 1) {
      const name = `${stem}${letterName(letter)}`;
      if (!taken.has(name)) return name;
    }
  }
  const stem =
    layer === "text" ? passage.kind : passage.label === undefined ? "" : `${layer}.${passage.label}`;
  if (stem !== "" && !taken.has(stem)) return stem;
  for (let count = 1; ; count += 1) {
    const name = stem === "" ? `${layer}.${count}` : `${stem}~${count + 1}`;
    if (!taken.has(name)) return name;
  }
}

/** 1 → a, 26 → z, 27 → aa. */
function letterName(count: number): string {
  const digit = String.fromCharCode(97 + ((count - 1) % 26));
  return count > 26 ? letterName(Math.floor((count - 1) / 26)) + digit : digit;
}
