import type { Passage } from "../../edition/passage.js";

/** What a page keeps while the passages of an edition are rendered. */
export interface PageState {
  /** The page's own file. */
  readonly file: string;
  /** The edition's passages on it. */
  readonly passages: readonly Passage[];
  /** Stands behind every id, where several editions are on one page: "@ucsb". */
  readonly suffix: string;
  /** Ids that are taken: the first one to come has an id. */
  readonly ids: Set<string>;
  /** The signs of the variants that this page shows, by index into the edition's variants. */
  readonly signs: ReadonlyMap<number, string>;
  /** How often each note has been pointed at. */
  readonly markers: Map<string, number>;
  /** Classes of a sentence's element, by its path. */
  readonly classOf?: (path: string) => string;
  /** A class for the marks and signs of a variant, by its index. */
  readonly variantClasses?: ReadonlyMap<number, string>;
  /** The page of the printed source that was named last. */
  printed: string | undefined;
}

/** The id, if nothing on the page has it yet. */
export function take({ ids, suffix }: Pick<PageState, "ids" | "suffix">, name: string): string | undefined {
  const id = name + suffix;
  if (ids.has(id)) return undefined;
  ids.add(id);
  return id;
}
