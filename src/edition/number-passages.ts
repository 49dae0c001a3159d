import { blankSkips } from "./blank-skips.js";
import type { Block } from "./block.js";
import type { Passage, Sentence } from "./passage.js";
import { segmentSentences } from "./segment-sentences.js";
import { skipsOf } from "./skips-of.js";

/**
 * Gives blocks their reference paths and their sentences: paragraphs 1, 2, 3 …, "opener", "closer", notes
 * by label ("note.A"), other layers by order ("heading.1"). A paragraph of the text always has a sentence
 * level ("3.1"); another passage has one when it has several sentences.
 */
export function numberPassages(text: string, blocks: readonly Block[], language: string): readonly Passage[] {
  const counts = new Map<string, number>();
  const next = (name: string): number => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  };
  const taken = new Set<string>();
  return blocks.map((block) => {
    let path = passagePath(block, next);
    while (taken.has(path)) path = `${path.replace(/~\d+$/, "")}~${next(`~${path}`) + 1}`;
    taken.add(path);
    return { ...block, path, sentences: numberSentences(text, block, path, language) };
  });
}

function passagePath(block: Block, next: (name: string) => number): string {
  if (block.layer === "text") return block.kind === "paragraph" ? String(next("paragraph")) : block.kind;
  if (block.layer === "note") return `note.${block.label ?? next("note")}`;
  return `${block.layer}.${next(block.layer)}`;
}

function numberSentences(text: string, block: Block, path: string, language: string): readonly Sentence[] {
  // Markers and gaps are blanked out, not cut out, so that every offset stays what it is in the file.
  const clean = blankSkips(text, block, skipsOf(block));
  const spans = segmentSentences(clean, language);
  const named = block.kind === "paragraph" || spans.length > 1;
  return spans.map((span, at) => {
    const limit = block.start + (spans[at + 1]?.start ?? clean.length);
    const ownEnd = block.start + span.end;
    // A marker after the full stop still belongs to the sentence that it follows.
    const end = block.markers.reduce((far, m) => (m.start >= ownEnd && m.end <= limit ? m.end : far), ownEnd);
    return { path: named ? `${path}.${at + 1}` : path, start: block.start + span.start, end };
  });
}
