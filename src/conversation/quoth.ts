import type { Concordance } from "../edition/concordance.js";
import type { Layer } from "../edition/layer.js";
import type { QuoteList } from "../edition/quote.js";
import type { Answer } from "../retrieval/answer.js";
import type { Suggestion } from "../retrieval/suggestion.js";

/** What narrows a look-up; everything is optional. */
export interface Scope {
  readonly work?: string;
  readonly witness?: string;
  readonly layers?: readonly Layer[];
  /** The most quotes (or hits) to give back. */
  readonly limit?: number;
}

/** A work as `works` lists it. */
export interface WorkSummary {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly addressee?: string;
  readonly date?: string;
  readonly witnesses: readonly {
    readonly siglum: string;
    readonly title?: string;
    readonly publisher?: string;
    readonly editor: string;
    readonly url?: string;
    readonly licence?: string;
    readonly file: string;
    readonly sha256: string;
  }[];
}

/**
 * Everything that quoth does, for one opened corpus. The command line and the Discord bot use nothing else.
 * Every method may throw a `QuothError`; none writes anything.
 */
export interface Quoth {
  /** Answers in the source's own words, or abstains. A blank question throws `blank-question`. */
  ask(question: string, scope?: Scope): Promise<Answer>;
  /** Looks up a reference ("3.1", "note.A", "3@ucsb") or a few words, exact first. No find: an empty list. */
  quote(referenceOrWords: string, scope?: Scope): Promise<QuoteList>;
  /** The whole text, or one passage by reference. */
  show(reference: string | undefined, scope?: Scope): Promise<QuoteList>;
  /** The editors' notes, or the one with this label. */
  notes(label: string | undefined, scope?: Scope): Promise<QuoteList>;
  /** Every occurrence of the words, in every layer. */
  find(words: string, scope?: Scope): Promise<Concordance>;
  /** Best completions of what somebody has typed so far, best first, at most `limit`. */
  suggest(typed: string, limit: number): Promise<readonly Suggestion[]>;
  works(): readonly WorkSummary[];
  close(): Promise<void>;
}
