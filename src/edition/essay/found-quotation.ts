import type { Span } from "../span.js";

/** A quotation as it stands in an essay. */
export interface FoundQuotation extends Span {
  /** Its words without quotation marks, markup and line prefixes. */
  readonly text: string;
  /** Where its words begin: line and column, from 1; columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly kind: "inline" | "block";
  /** How many quotations it stands in. */
  readonly depth: number;
  /**
   * Over several paragraphs that each open with the mark anew: the same from each later paragraph on, for the
   * case that the first mark merely lacks its partner.
   */
  readonly tails?: readonly FoundQuotation[];
}
