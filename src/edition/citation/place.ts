import { placeInText } from "../cite-passage.js";
import { schemeOf } from "../levels.js";
import type { Passage } from "../passage.js";
import type { Work } from "../work.js";

/** Where in the work a passage stands, by its own levels; quoth knows of no pages. */
export interface Place {
  /** "3.1" of "jfk-1961-04-18:3.1". */
  readonly path: string;
  /** Of the author's text: "par. 3, sentences 1–2", "act 3, scene 1, line 56". */
  readonly locator?: string;
  /** What is counted: "paragraph"; where the work names its levels, the one that the path ends in. */
  readonly unit?: string;
  /** Anything else by name: "opener", "note A", "dateline". */
  readonly name?: string;
}

/** What paragraphs are called differs between styles. */
const PAR = "par.";

export function describePlace(work: Pick<Work, "levels">, passage: Passage, path: string): Place {
  if (passage.layer !== "text" || (passage.kind !== "paragraph" && work.levels === undefined))
    return { path, name: nameOf(passage) };
  const unit = work.levels ? schemeOf(work.levels).names[path.split(".").length - 1] : "paragraph";
  return {
    path,
    locator: placeInText(work.levels, passage, path, PAR),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** "par. 3, sentence 1" (`par` is "para." in APA); the name of any other passage of the text; undefined for an editor's. */
export function locatorOf(place: Place, editorial: boolean, par: "par." | "para."): string | undefined {
  if (place.locator === undefined) return editorial ? undefined : place.name;
  return par === PAR ? place.locator : place.locator.replace(PAR, par);
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
