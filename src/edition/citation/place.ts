import type { Passage } from "../passage.js";

/** Where in the work a passage stands. quoth counts paragraphs and sentences; it knows of no pages. */
export interface Place {
  /** "3.1" of "jfk-1961-04-18:3.1". */
  readonly path: string;
  /** A paragraph of the text, with its sentences where they were cited apart: "3", "1–2". */
  readonly paragraph?: string;
  readonly sentences?: string;
  /** Anything else by name: "opener", "note A", "dateline". */
  readonly name?: string;
}

export function describePlace(passage: Passage, path: string): Place {
  if (passage.layer === "text" && passage.kind === "paragraph") {
    const sentences = path.startsWith(`${passage.path}.`)
      ? path.slice(passage.path.length + 1).replace("-", "–")
      : undefined;
    return { path, paragraph: passage.path, ...(sentences === undefined ? {} : { sentences }) };
  }
  return { path, name: nameOf(passage) };
}

/** "par. 3, sentence 1" (`par` is "para." in APA); the name of any other passage of the text; undefined for an editor's. */
export function locatorOf(place: Place, editorial: boolean, par: "par." | "para."): string | undefined {
  if (place.paragraph === undefined) return editorial ? undefined : place.name;
  if (place.sentences === undefined) return `${par} ${place.paragraph}`;
  return `${par} ${place.paragraph}, sentence${place.sentences.includes("–") ? "s" : ""} ${place.sentences}`;
}

/** What an editor's passage is called: "note A", "dateline". */
export function placeName({ name, path }: Place): string {
  return name ?? path;
}

/** The same at the head of a title: "Note A". */
export function placeTitle(place: Place): string {
  const name = placeName(place);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function nameOf({ layer, kind, label, path }: Passage): string {
  if (layer === "note") return `note ${label ?? path.replace(/^note\./, "")}`;
  const names: Partial<Record<typeof kind, string>> = {
    navigation: "navigation line",
    addressee: "line of address",
    provenance: "line of provenance",
    "source-note": "source note",
  };
  return names[kind] ?? kind;
}
