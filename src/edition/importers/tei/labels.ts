/** What a reference may name a note by. */
const LABEL = /^[\p{L}\p{N}*†‡]{1,12}$/u;

/** Labels of notes, each borne once in a document. */
export interface Labels {
  /** For a note: the label its sign in the text promised, else its number, its identifier, or the next free number. */
  readonly ofNote: (n: string | undefined, id: string | undefined) => string;
  /** For an editor's word: "corr1", "supplied2". */
  readonly ofSign: (sign: string) => string;
  /** The label of the note with this identifier, whose sign in the text is `sign`; undefined where there is no such note. */
  readonly promise: (id: string, sign: string) => string | undefined;
}

export function createLabels(source: string): Labels {
  const notes = noteIds(source);
  const taken = new Set<string>();
  const promised = new Map<string, string>();
  const counts = new Map<string, number>();
  const take = (label: string | undefined): string | undefined => {
    const trimmed = label?.trim().replace(/^[[(]|[\])]$/g, "");
    if (trimmed === undefined || !LABEL.test(trimmed) || taken.has(trimmed)) return undefined;
    taken.add(trimmed);
    return trimmed;
  };
  const next = (sign: string): string => {
    for (;;) {
      const count = (counts.get(sign) ?? 0) + 1;
      counts.set(sign, count);
      const label = take(`${sign}${count}`);
      if (label !== undefined) return label;
    }
  };
  return {
    ofNote(n, id) {
      const kept = id === undefined ? undefined : promised.get(id);
      return kept ?? take(n) ?? take(id) ?? next("");
    },
    ofSign: next,
    promise(id, sign) {
      if (!notes.has(id)) return undefined;
      const known = promised.get(id);
      if (known !== undefined) return known;
      const label = take(sign) ?? take(id) ?? next("");
      promised.set(id, label);
      return label;
    },
  };
}

/** The identifiers of all notes; a sign often comes before its note. */
function noteIds(source: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [tag] of source.matchAll(/<(?:[\w.-]+:)?note\s[^<>]*>/g)) {
    const id = /\sxml:id\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag);
    if (id) ids.add(id[1] ?? id[2] ?? "");
  }
  return ids;
}
