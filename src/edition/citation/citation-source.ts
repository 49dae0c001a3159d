import { passageAt } from "../passage-at.js";
import type { Passage } from "../passage.js";
import type { Quote } from "../quote.js";
import { QuothError } from "../quoth-error.js";
import { joinNames } from "../voice-of.js";
import type { Witness, Work } from "../work.js";
import { type CitationDate, parseDate } from "./citation-date.js";
import { describePlace, type Place } from "./place.js";
import { type Name, parseName } from "./person-name.js";

/** All that a citation may say: what work.yaml declares and where the passage stands. Nothing is inferred. */
export interface CitationSource {
  readonly work: Work;
  readonly witness: Witness;
  readonly passage: Passage;
  readonly quote: Quote;
  readonly authors: readonly Name[];
  readonly date?: CitationDate;
  /** Letters with a known recipient are cited by their correspondents. */
  readonly addressee?: string;
  /** Whether the work's title only says that it is a letter to its addressee. */
  readonly generic: boolean;
  /** The edition's own title of the page or volume, where it is not that of the work. */
  readonly container?: string;
  /** What the edition is called in running text: its publisher, else its editor, else "Edition bliss". */
  readonly edition: string;
  readonly place: Place;
  /** Whose words they are, where they are an editor's and not the author's. */
  readonly editor?: Name;
  /** Whose words they are, where the author reports another's (a letter inside a letter). */
  readonly speaker?: string;
}

/**
 * Gathers them.
 * @throws QuothError `unknown-witness`, or `internal` where the quote was not cut from `work`.
 */
export function citationSource(work: Work, quote: Quote): CitationSource {
  const witness = work.witnesses.find(({ siglum }) => siglum === quote.witness);
  if (!witness || quote.work !== work.id) {
    throw new QuothError("unknown-witness", `${work.id} has no edition "${quote.witness}".`, {
      remedy: "Run: quoth works",
    });
  }
  const at = quote.spans[0]?.start ?? -1;
  const passage = passageAt(witness.passages, at);
  if (!passage) {
    throw new QuothError("internal", `${quote.reference} stands in no passage of "${quote.witness}".`, {
      remedy: "Run: quoth doctor",
    });
  }
  const addressee = work.type?.toLowerCase() === "letter" ? work.addressee : undefined;
  const container =
    witness.title === undefined || same(witness.title, work.title) ? undefined : witness.title;
  return {
    work,
    witness,
    passage,
    quote,
    authors: work.authors.map(parseName),
    ...(work.date === undefined ? {} : { date: parseDate(work.date) }),
    ...(addressee === undefined ? {} : { addressee }),
    generic: addressee !== undefined && same(work.title, `letter to ${addressee}`),
    ...(container === undefined ? {} : { container }),
    edition: witness.publisher ?? witness.editor ?? `Edition ${witness.siglum}`,
    place: describePlace(work, passage, quote.reference.slice(work.id.length + 1)),
    ...(passage.layer === "text" ? {} : { editor: parseName(quote.voice) }),
    ...(passage.layer === "text" && quote.voice !== joinNames(work.authors) ? { speaker: quote.voice } : {}),
  };
}

function same(one: string, other: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return plain(one) === plain(other);
}
