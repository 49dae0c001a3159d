import type { CitationStyle } from "../../edition/citation/citation-style.js";

/** A move by place: everything that can be said to quoth and is no question to the source. */
export type Move =
  | { readonly kind: "next" | "previous"; readonly unit: "sentence" | "paragraph" }
  | { readonly kind: "read"; readonly reference: string }
  /** Without a label: the notes on the passage, or where `all` is said, every one. */
  | { readonly kind: "note"; readonly label?: string; readonly all: boolean }
  /** Without a witness: the others. */
  | { readonly kind: "edition"; readonly witness?: string }
  | { readonly kind: "cite"; readonly style: CitationStyle }
  | {
      readonly kind: "paragraph" | "compare" | "voice" | "place" | "back" | "else" | "restart" | "help" | "quit";
    };
