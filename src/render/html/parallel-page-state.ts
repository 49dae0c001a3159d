import type { ParallelPage } from "../../edition/publication/lay-out-parallel.js";
import type { PageState } from "./page-state.js";
import type { RowClasses } from "./row-classes.js";

/** What the rows and cells of a page are rendered with. */
export interface ParallelPageState {
  readonly file: string;
  readonly page: ParallelPage;
  /** Of every id on the page. */
  readonly ids: Set<string>;
  /** The signs of the variants that the page shows, by index into the apparatus. */
  readonly signs: ReadonlyMap<number, string>;
  readonly rowClasses: RowClasses;
  /** For each edition. */
  readonly states: readonly PageState[];
}
