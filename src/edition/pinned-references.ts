import { z } from "zod";
import { LAYERS } from "./layer.js";
import type { Passage } from "./passage.js";

const offset = z.number().int().nonnegative();
const named = z.tuple([z.string().min(1), offset, offset]);

const passageSchema = z.object({
  path: z.string().min(1),
  layer: z.enum(LAYERS),
  kind: z.enum([
    "opener",
    "paragraph",
    "closer",
    "note",
    "heading",
    "navigation",
    "byline",
    "dateline",
    "addressee",
    "provenance",
    "source-note",
  ]),
  label: z.string().min(1).optional(),
  span: z.tuple([offset, offset]),
  /** Path, start, end of each sentence. */
  sentences: z.array(named),
  /** Label, start, end of each marker. */
  markers: z.array(named).optional(),
});

/**
 * `references.json` beside work.yaml: the segmentation of every witness as it was when its references were
 * promised. It holds offsets into the very text with the hash given, and no words of the text.
 */
export const pinnedReferencesSchema = z.object({
  version: z.literal(1),
  witnesses: z.record(z.string(), z.object({ sha256: z.string(), passages: z.array(passageSchema) })),
});

export type PinnedReferences = z.infer<typeof pinnedReferencesSchema>;
type PinnedPassage = z.infer<typeof passageSchema>;

export function pinPassages(passages: readonly Passage[]): PinnedPassage[] {
  return passages.map(({ path, layer, kind, label, start, end, sentences, markers }) => ({
    path,
    layer,
    kind,
    ...(label === undefined ? {} : { label }),
    span: [start, end],
    sentences: sentences.map((s) => [s.path, s.start, s.end]),
    ...(markers.length === 0
      ? {}
      : { markers: markers.map((m): [string, number, number] => [m.label, m.start, m.end]) }),
  }));
}

export function unpinPassages(pinned: readonly PinnedPassage[]): readonly Passage[] {
  return pinned.map(({ path, layer, kind, label, span, sentences, markers = [] }) => ({
    path,
    layer,
    kind,
    ...(label === undefined ? {} : { label }),
    start: span[0],
    end: span[1],
    sentences: sentences.map(([name, start, end]) => ({ path: name, start, end })),
    markers: markers.map(([name, start, end]) => ({ label: name, start, end })),
  }));
}
