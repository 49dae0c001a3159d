import type { CitationStyle } from "../../edition/citation/citation-style.js";

/** A move that needs no more than its name. */
export type SimpleMove = { readonly [K in SimpleKind]: { readonly kind: K } }[SimpleKind];

type SimpleKind =
  "paragraph" | "compare" | "voice" | "place" | "back" | "again" | "works" | "restart" | "help" | "quit";

/** Everything that can be said to quoth and is no question to the source. */
export type Move =
  | SimpleMove
  | { readonly kind: "next" | "previous"; readonly unit: "sentence" | "paragraph" }
  | { readonly kind: "read"; readonly reference: string }
  /** Without a label: the notes on the passage, or where `all` is said, every one. */
  | { readonly kind: "note"; readonly label?: string; readonly all: boolean }
  /** Without a witness: the others; `unknown` is the name of one that is not loaded. */
  | { readonly kind: "edition"; readonly witness?: string; readonly unknown?: string }
  | { readonly kind: "cite"; readonly style: CitationStyle }
  /** "Thanks", "hello", "ok": nothing is asked, and the conversation stays where it is. */
  | { readonly kind: "courtesy"; readonly says: "greeting" | "welcome" | "go-on" | "quotes-only" | "styles" }
  /** "Anything else?"; "say more" is content with what stands around the last quote. */
  | { readonly kind: "else"; readonly around: boolean };
