import type { Witness } from "../work.js";

/** Runs of this many words are counted: few in a real text occur twice. */
const RUN = 4;
/** Buckets for each word of the text, so that most runs have one of their own, and their most (16 MiB). */
const BUCKETS_PER_WORD = 4;
const MOST_BUCKETS = 2 ** 24;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** How many runs of words fall into each bucket, 2 for two and more. A shared bucket can only hide that a run is alone. */
const known = new WeakMap<Pick<Witness, "text">, Uint8Array>();

/**
 * Whether `words`, as whole words, stand only once in a witness, whatever their case and white space; false where that
 * cannot be told in this quick way. Long works are asked this for each of their sentences.
 */
export function standsOnce(witness: Pick<Witness, "text">, words: string): boolean {
  const counts = known.get(witness) ?? countRuns(witness.text);
  known.set(witness, counts);
  return runsOf(words).some((run) => counts[run & (counts.length - 1)] === 1);
}

function countRuns(text: string): Uint8Array {
  const runs = runsOf(text);
  const size = 2 ** Math.ceil(Math.log2(runs.length * BUCKETS_PER_WORD + 1));
  const counts = new Uint8Array(Math.min(MOST_BUCKETS, size));
  for (const run of runs) {
    const bucket = run & (counts.length - 1);
    if ((counts[bucket] as number) < 2) counts[bucket] = (counts[bucket] as number) + 1;
  }
  return counts;
}

/** A hash of every run of words in `text`. */
function runsOf(text: string): readonly number[] {
  const words = (fold(text).match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []).map(hashOf);
  return words.slice(RUN - 1).map((_, at) => {
    let hash = FNV_OFFSET;
    for (let next = at; next < at + RUN; next += 1)
      hash = Math.imul(hash ^ (words[next] as number), FNV_PRIME);
    return (hash ^ (hash >>> 15)) >>> 0;
  });
}

function hashOf(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash ^ (hash >>> 13);
}

/** Joins more signs than a comparison without case does, so that it never misses an occurrence. */
function fold(text: string): string {
  return text.toUpperCase().toLowerCase().replace(/ς/g, "σ");
}
