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
    "speaker",
    "stage",
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
  voice: z.string().min(1).optional(),
  division: z.array(z.string()).optional(),
  /** Start and end of each line of verse, and its printed number where it has one. */
  lines: z
    .array(z.union([z.tuple([offset, offset]), z.tuple([offset, offset, z.string().min(1)])]))
    .optional(),
  page: z.string().min(1).optional(),
  anchor: z.string().min(1).optional(),
  /** Start and end of each gap. */
  gaps: z.array(z.tuple([offset, offset])).optional(),
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
  return passages.map(({ path, layer, kind, label, start, end, sentences, markers, ...more }) => ({
    path,
    layer,
    kind,
    ...(label === undefined ? {} : { label }),
    span: [start, end],
    sentences: sentences.map((s) => [s.path, s.start, s.end]),
    ...(markers.length === 0
      ? {}
      : { markers: markers.map((m): [string, number, number] => [m.label, m.start, m.end]) }),
    ...(more.voice === undefined ? {} : { voice: more.voice }),
    ...(more.division === undefined ? {} : { division: [...more.division] }),
    ...(more.lines === undefined
      ? {}
      : {
          lines: more.lines.map((l): [number, number] | [number, number, string] =>
            l.n === undefined ? [l.start, l.end] : [l.start, l.end, l.n],
          ),
        }),
    ...(more.page === undefined ? {} : { page: more.page }),
    ...(more.anchor === undefined ? {} : { anchor: more.anchor }),
    ...(more.gaps === undefined || more.gaps.length === 0
      ? {}
      : { gaps: more.gaps.map((gap): [number, number] => [gap.start, gap.end]) }),
  }));
}

export function unpinPassages(pinned: readonly PinnedPassage[]): readonly Passage[] {
  return pinned.map(({ path, layer, kind, label, span, sentences, markers = [], ...more }) => ({
    path,
    layer,
    kind,
    ...(label === undefined ? {} : { label }),
    start: span[0],
    end: span[1],
    sentences: sentences.map(([name, start, end]) => ({ path: name, start, end })),
    markers: markers.map(([name, start, end]) => ({ label: name, start, end })),
    ...(more.voice === undefined ? {} : { voice: more.voice }),
    ...(more.division === undefined ? {} : { division: more.division }),
    ...(more.lines === undefined
      ? {}
      : {
          lines: more.lines.map(([start, end, n]) => (n === undefined ? { start, end } : { start, end, n })),
        }),
    ...(more.page === undefined ? {} : { page: more.page }),
    ...(more.anchor === undefined ? {} : { anchor: more.anchor }),
    ...(more.gaps === undefined ? {} : { gaps: more.gaps.map(([start, end]) => ({ start, end })) }),
  }));
}
