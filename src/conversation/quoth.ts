import type { Apparatus } from "../edition/apparatus/apparatus.js";
import type { Citation } from "../edition/citation/citation.js";
import type { CitationStyle } from "../edition/citation/citation-style.js";
import type { ReceiptVerdict } from "../edition/citation/receipt-verdict.js";
import type { Concordance } from "../edition/concordance.js";
import type { EssayFormat } from "../edition/essay/mask-markup.js";
import type { EssayReport } from "../edition/essay/essay-report.js";
import type { Layer } from "../edition/layer.js";
import type { QuoteList } from "../edition/quote.js";
import type { Translation } from "../edition/translation.js";
import type { Check } from "../edition/verification/check.js";
import type { Answer } from "../retrieval/answer.js";
import type { Suggestion } from "../retrieval/suggestion.js";

/** What narrows a look-up; everything is optional. */
export interface Scope {
  /** Ids of works, one or several (also with commas between). */
  readonly work?: string | readonly string[];
  /** The work that is meant where neither the rest of the scope nor a reference names one; passed over if not loaded. */
  readonly prefer?: string;
  /** Names of authors, by surname or initials, too; works by any of them. */
  readonly author?: string | readonly string[];
  /** Works dated before the beginning, or after the end, of a date, a month or a year; undated ones are left out. */
  readonly before?: string;
  readonly after?: string;
  /** Whose words: an author's, a speaker's, an editor's. */
  readonly voice?: string | readonly string[];
  readonly witness?: string;
  readonly layers?: readonly Layer[];
  /** The most quotes (or hits) to give back. */
  readonly limit?: number;
}

/** How an essay is read and judged. */
export interface EssayScope extends Scope {
  /** Named in the report. */
  readonly file?: string;
  readonly format?: EssayFormat;
  /** Quotations of fewer than four words are checked, too. */
  readonly all?: boolean;
  /** Absent quotations fail. */
  readonly strict?: boolean;
}

/** A work as `works` lists it. */
export interface WorkSummary {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly authors?: readonly string[];
  readonly type?: string;
  readonly addressee?: string;
  readonly date?: string;
  /** The levels of its references, where it names them. */
  readonly levels?: readonly string[];
  readonly witnesses: readonly {
    readonly siglum: string;
    readonly title?: string;
    readonly publisher?: string;
    readonly editor: string;
    readonly url?: string;
    readonly licence?: string;
    readonly language?: string;
    readonly translation?: Translation;
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
  /** The passages nearest to a question, best first, whether or not they answer it: for who was not content with `ask`. */
  nearest(question: string, scope?: Scope): Promise<QuoteList>;
  /** Looks up a reference ("3.1", "note.A", "3@ucsb") or a few words, exact first. No find: an empty list. */
  quote(referenceOrWords: string, scope?: Scope): Promise<QuoteList>;
  /** The whole text, or one passage by reference. */
  show(reference: string | undefined, scope?: Scope): Promise<QuoteList>;
  /** The editors' notes, or the one with this label. */
  notes(label: string | undefined, scope?: Scope): Promise<QuoteList>;
  /** Every occurrence of the words, in every layer. */
  find(words: string, scope?: Scope): Promise<Concordance>;
  /** Says whether a quotation stands in the source, where, in whose words, and what was changed. Blank: throws `usage`. */
  verify(quotation: string, scope?: Scope): Promise<Check>;
  /** Checks every quotation found in a text. */
  verifyEssay(essay: string, scope?: EssayScope): Promise<EssayReport>;
  /** The apparatus of one work, or of one reference. Throws `usage` where several works are loaded and none is named. */
  compare(reference: string | undefined, scope?: Scope): Promise<Apparatus>;
  /** Cites a passage. Throws `not-found` where there is none, or where the style needs an address that is not known. */
  cite(reference: string, style: CitationStyle, scope?: Scope): Promise<Citation>;
  /** Holds a receipt (parsed JSON, from anywhere) against the sources as they are now. */
  checkReceipt(receipt: unknown): Promise<ReceiptVerdict>;
  /** Best completions of what somebody has typed so far, best first, at most `limit`. */
  suggest(typed: string, limit: number): Promise<readonly Suggestion[]>;
  /** What is loaded, in order of author, date and title as far as they are known; narrowed by a scope. */
  works(scope?: Scope): readonly WorkSummary[];
  close(): Promise<void>;
}
