import { compareWitnesses } from "../edition/apparatus/compare-witnesses.js";
import { checkReceipt } from "../edition/citation/check-receipt.js";
import { cite } from "../edition/citation/cite.js";
import { checkEssay } from "../edition/essay/check-essay.js";
import { findWords } from "../edition/find-words.js";
import { QuothError } from "../edition/quoth-error.js";
import type { Quote, QuoteList } from "../edition/quote.js";
import type { Check } from "../edition/verification/check.js";
import type { QuotationIndex } from "../edition/verification/quotation-index.js";
import { verifyQuotation } from "../edition/verification/verify-quotation.js";
import type { VerifyScope } from "../edition/verification/verify-scope.js";
import type { Work } from "../edition/work.js";
import { answerQuestion } from "../retrieval/answer-question.js";
import { lookUp, quotesAt, readReference } from "../retrieval/look-up.js";
import type { OperatingPoint } from "../retrieval/calibration.js";
import { nearestPassages } from "../retrieval/nearest-passages.js";
import type { Lexicon, Searcher } from "../retrieval/searcher.js";
import { suggestPassages } from "../retrieval/suggest.js";
import { type Narrowed, narrowScope, worksInScope } from "./narrow-scope.js";
import { notesOf } from "./notes-of.js";
import { oneWork } from "./pick-works.js";
import type { Quoth, Scope } from "./quoth.js";
import { remarksOn } from "./remarks-on.js";
import { summariseWork } from "./summarise-work.js";
import { wholeTexts } from "./whole-texts.js";

/** What an answer shows unless more is asked for. */
const DEFAULT_QUOTES = 3;

/** An opened corpus; the search side comes on first need, for reading and verifying do without the model. */
export interface Holdings {
  readonly lexicon: Lexicon;
  /** Built on first need. */
  quotations(): QuotationIndex;
  searcher(): Promise<Searcher>;
}

export interface QuothParts {
  readonly holdings: Holdings;
  /**
   * Holds every quote against its file as it is on disk now; where a file has changed, the corpus is read anew
   * and the holdings as they then are come back, else undefined.
   * @throws QuothError `corpus-damaged` and its kin.
   */
  refresh(quotes: readonly Quote[]): Promise<Holdings | undefined>;
  readonly point: OperatingPoint;
  /** The id of the work that is meant where none is named: the operator's choice. */
  readonly preferred?: string;
  close(): Promise<void>;
}

/** Everything that quoth does, over its parts. */
export function createQuoth({ holdings: opened, refresh, point, preferred, close }: QuothParts): Quoth {
  let holdings = opened;
  /** Nothing is shown that was not compared with its file just before; a changed corpus is taken up at once. */
  const current = async <T>(
    look: (held: Holdings) => Promise<T>,
    quotesIn: (result: T) => readonly Quote[],
  ): Promise<T> => {
    for (;;) {
      const result = await look(holdings);
      const fresh = await refresh(quotesIn(result));
      if (!fresh) return result;
      holdings = fresh;
    }
  };
  const listed = (look: (held: Holdings) => Promise<QuoteList>): Promise<QuoteList> =>
    current(look, (list) => list.quotes);
  const scoped = ({ lexicon }: Holdings, scope: Scope, asked?: string): readonly Work[] =>
    worksInScope(lexicon.works, preferring(scope), asked);
  const narrowed = ({ lexicon }: Holdings, scope: Scope, asked?: string): Narrowed =>
    narrowScope(lexicon.works, preferring(scope), asked);
  const preferring = (scope: Scope): Scope => ({
    ...(preferred === undefined ? {} : { prefer: preferred }),
    ...scope,
  });
  return {
    ask: (question, scope = {}) =>
      current(
        async (held) => {
          const { limit = DEFAULT_QUOTES, ...options } = narrowed(held, scope, question);
          return answerQuestion(await held.searcher(), question, { ...options, limit, point });
        },
        (answer) => [
          ...answer.quotes,
          ...answer.notes,
          ...("closest" in answer && answer.closest ? [answer.closest] : []),
        ],
      ),
    nearest: (question, scope = {}) =>
      listed(async (held) => {
        const { limit = DEFAULT_QUOTES, ...options } = narrowed(held, scope, question);
        return listOf(await nearestPassages(await held.searcher(), question, { ...options, limit }));
      }),
    quote: (asked, scope = {}) =>
      listed(async (held) => {
        requireWords(asked);
        const options = narrowed(held, scope, asked);
        const { works } = options;
        const quotes = lookUp(held.lexicon, asked, options);
        const reference = quotes.length === 0 ? readReference(asked, works) : undefined;
        return listOf(
          quotes,
          undefined,
          reference ? remarksOn(asked, works, reference.witness ?? scope.witness) : [],
        );
      }),
    show: (reference, scope = {}) =>
      listed(async (held) => {
        const options = narrowed(held, scope, reference);
        const { works } = options;
        if (reference === undefined)
          return listOf(
            wholeTexts(works, options).filter((quote) => isWithin(quote, options)),
            scope.limit,
          );
        const parsed = readReference(reference, works);
        if (!parsed) {
          throw new QuothError("usage", `"${reference}" is no reference.`, {
            remedy:
              "A reference looks like 3.1, 3.1-2, opener or note.A; to look words up: quoth quote WORDS",
          });
        }
        const quotes = quotesAt(parsed, works, scope.witness).filter((quote) => isWithin(quote, options));
        return listOf(
          quotes,
          scope.limit,
          quotes.length > 0 ? [] : remarksOn(reference, works, parsed.witness ?? scope.witness),
        );
      }),
    notes: (label, scope = {}) =>
      listed(async (held) => {
        const options = narrowed(held, scope);
        const { works } = options;
        const notes = notesOf(works, label, scope.witness);
        return listOf(
          notes.filter(({ voice }) => !options.voices || options.voices.includes(voice)),
          scope.limit,
        );
      }),
    find: (words, scope = {}) =>
      current(
        async (held) => {
          requireWords(words);
          const { works, ...options } = narrowed(held, scope);
          return findWords(works, words, options);
        },
        (found) => found.hits.map((hit) => hit.quote),
      ),
    verify: (quotation, scope = {}) =>
      current(
        async (held) =>
          verifyQuotation(
            held.quotations(),
            quotation,
            placesOf(held, narrowed(held, { ...scope, prefer: "" })),
          ),
        quotesOfCheck,
      ),
    verifyEssay: (essay, { file, format, all, strict, ...scope } = {}) =>
      current(
        async (held) =>
          checkEssay(held.quotations(), essay, {
            scope: placesOf(held, narrowed(held, { ...scope, prefer: "" })),
            ...(file === undefined ? {} : { file }),
            ...(format === undefined ? {} : { format }),
            ...(all === undefined ? {} : { all }),
            ...(strict === undefined ? {} : { strict }),
          }),
        (report) => report.quotations.flatMap(({ check }) => (check ? quotesOfCheck(check) : [])),
      ),
    compare: (reference, scope = {}) =>
      current(
        async (held) => compareWitnesses(oneWork(scoped(held, scope, reference), reference), reference),
        () => [],
      ),
    cite: (reference, style, scope = {}) =>
      current(
        async (held) => {
          const works = scoped(held, scope, reference);
          const parsed = readReference(reference, works);
          const [quote] = parsed ? quotesAt(parsed, works, scope.witness) : [];
          const work = works.find((one) => one.id === quote?.work);
          if (quote && work) return cite(work, quote, style);
          throw new QuothError(
            "not-found",
            remarksOn(reference, works, parsed?.witness ?? scope.witness).join(" "),
            {
              remedy: "Give a reference such as 3.1 or note.A; quoth quote WORDS finds one.",
            },
          );
        },
        () => [],
      ),
    checkReceipt: (receipt) =>
      current(
        async ({ lexicon }) => checkReceipt(receipt, lexicon.works),
        (verdict) => (verdict.valid ? [verdict.quote] : []),
      ),
    suggest: (typed, limit) => Promise.resolve(suggestPassages(holdings.lexicon, typed, limit)),
    works: (scope = {}) => scoped(holdings, { ...scope, prefer: "" }).map(summariseWork),
    close,
  };
}

/** The scope of a verification, which names works where not all are meant. */
function placesOf({ lexicon }: Holdings, { works, witness, layers, voices }: Narrowed): VerifyScope {
  return {
    ...(works.length === lexicon.works.length ? {} : { works: works.map(({ id }) => id) }),
    ...(witness === undefined ? {} : { witness }),
    ...(layers === undefined ? {} : { layers }),
    ...(voices === undefined ? {} : { voices }),
  };
}

function quotesOfCheck({ quote, quotes = [] }: Check): readonly Quote[] {
  return quote ? [quote, ...quotes] : quotes;
}

function requireWords(text: string): void {
  if (text.trim() === "")
    throw new QuothError("usage", "Nothing was asked for: the words are blank.", {
      remedy: "Give a reference such as 3.1, or a few words of the text.",
    });
}

function listOf(quotes: readonly Quote[], limit = Infinity, remarks: readonly string[] = []): QuoteList {
  return {
    version: 1,
    quotes: quotes.slice(0, limit),
    ...(remarks.length === 0 ? {} : { remarks: [...remarks] }),
  };
}

function isWithin({ layer, voice }: Quote, { layers, voices }: Narrowed): boolean {
  return (!layers || layers.includes(layer)) && (!voices || voices.includes(voice));
}
