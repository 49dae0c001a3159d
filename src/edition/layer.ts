/**
 * Whose words a stretch of a witness is: the author's own `text`, an editor's `note`, a `heading`
 * (titles, navigation) or `metadata` (byline, dateline, addressee, provenance, licence, source note).
 * Every non-blank character of a witness belongs to exactly one layer.
 */
export const LAYERS = ["text", "note", "heading", "metadata"] as const;

export type Layer = (typeof LAYERS)[number];
