import type { Layer } from "../edition/layer.js";
import type { Work } from "../edition/work.js";
import type { OperatingPoint } from "./calibration.js";

/** What narrows a question, and how ready quoth is to answer it. */
export interface AskOptions {
  readonly layers?: readonly Layer[];
  /** Only units of these works are searched. */
  readonly works: readonly Work[];
  /** Only these voices are quoted; all unless given. */
  readonly voices?: readonly string[];
  /** Quotes are cut from this witness where it has the passage. */
  readonly witness?: string;
  readonly limit: number;
  readonly point: OperatingPoint;
  /** The least probability at which to answer, in place of the point's; 0 to see what would be shown. */
  readonly least?: number;
}
