import { createCorpusReader, type ReadCorpus } from "./adapters/files/create-corpus-reader.js";
import { haveChanged } from "./adapters/files/watch-files.js";
import type { EnsuredIndex } from "./adapters/index/ensure-index.js";
import { keepIndex } from "./adapters/index/keep-index.js";
import { type EarlyEncoder, openModel } from "./adapters/transformers/open-model.js";
import { createQuoth, type Holdings } from "./conversation/create-quoth.js";
import type { Quoth } from "./conversation/quoth.js";
import { QuothError } from "./edition/quoth-error.js";
import type { Quote } from "./edition/quote.js";
import { sliceSpans } from "./edition/span.js";
import { buildQuotationIndex, type QuotationIndex } from "./edition/verification/quotation-index.js";
import type { Work } from "./edition/work.js";
import type { Embedder } from "./retrieval/embedder.js";
import { createLexicon } from "./retrieval/searcher.js";
import type { Settings } from "./settings.js";

export interface OpenOptions extends Settings {
  /** Passages embedded so far and in all, while an index is being built. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Bytes of a model that is being downloaded, as a share of each file. */
  readonly onDownload?: (file: string, share: number) => void;
  readonly early?: EarlyEncoder | undefined;
  readonly onWarning?: (message: string) => void;
  /** Builds the index even where a whole one exists. */
  readonly force?: boolean;
}

/** What `build` and `doctor` want to know beside what `Quoth` does. */
export interface OpenedQuoth extends Quoth {
  /** The works as they were last read. */
  sources(): readonly Work[];
  /** Opens the model and the index now, rather than at the first question. */
  prepare(): Promise<EnsuredIndex>;
}

/**
 * Opens a corpus: the composition root of the library.
 * @throws QuothError `corpus-missing`, `corpus-invalid`, `corpus-damaged`; when the search side is first needed
 * also `model-missing`, `model-damaged`, `model-download`.
 */
export async function open(options: OpenOptions): Promise<OpenedQuoth> {
  const warn = options.onWarning ?? (() => undefined);
  let embedder: Promise<Embedder> | undefined;
  // A model that could not be opened is tried again at the next question.
  const model = (): Promise<Embedder> =>
    (embedder ??= openModel(options).catch((error: unknown) => {
      embedder = undefined;
      throw error;
    }));
  const read = createCorpusReader(options.corpusDir, options.published);
  const keeper = keepIndex(model, {
    corpusDir: options.corpusDir,
    dataDir: options.dataDir,
    force: options.force ?? false,
    onProgress: options.onProgress ?? (() => undefined),
    onWarning: warn,
  });
  let corpus: ReadCorpus = { works: [], stamps: new Map(), stampsOf: new Map() };
  let prepare: OpenedQuoth["prepare"] = () => Promise.reject(new Error("not opened"));

  const load = async (): Promise<Holdings> => {
    const { works } = (corpus = await read());
    const lexicon = createLexicon(works);
    const index = keeper.keep(lexicon.units);
    prepare = index.whole;
    let quotations: QuotationIndex | undefined;
    return {
      lexicon,
      quotations: () => (quotations ??= buildQuotationIndex(works)),
      searcher: async () => ({ ...lexicon, index: await index.now(), embedder: await model() }),
    };
  };

  let loading: Promise<Holdings> | undefined;
  const quoth = createQuoth({
    holdings: await load(),
    async refresh(quotes) {
      if (haveChanged(corpus.stamps)) {
        // Questions that meet the same change share one reading of it.
        loading ??= load().finally(() => (loading = undefined));
        try {
          return await loading;
        } catch (error) {
          // A work that is damaged, or half copied, takes none from the others their answers.
          if (!(error instanceof QuothError) || !areUntouched(corpus, quotes)) throw error;
          warn(error.message);
        }
      }
      quotes.forEach((quote) => compareAgain(corpus.works, quote));
      return undefined;
    },
    point: options.point,
    ...(options.work === undefined ? {} : { preferred: options.work }),
    async close() {
      await (await embedder?.catch(() => undefined))?.close();
      await keeper.close();
    },
  });
  return { ...quoth, sources: () => corpus.works, prepare: () => prepare() };
}

/** Whether there are quotes, and the files of their works are what they were when they were read. */
function areUntouched({ stampsOf }: ReadCorpus, quotes: readonly Quote[]): boolean {
  return (
    quotes.length > 0 &&
    quotes.every(({ work }) => {
      const stamps = stampsOf.get(work);
      return stamps !== undefined && !haveChanged(stamps);
    })
  );
}

/** The last gate: a quote whose slices are not its text never leaves. */
function compareAgain(works: readonly Work[], quote: Quote): void {
  const witness = works
    .find((work) => work.id === quote.work)
    ?.witnesses.find((one) => one.siglum === quote.witness);
  if (witness && witness.sha256 === quote.sha256 && sliceSpans(witness.text, quote.spans) === quote.text)
    return;
  throw new QuothError(
    "internal",
    `A quote of ${quote.reference} is not what its file says; it was held back.`,
    { remedy: "Run: quoth doctor" },
  );
}

export type { Quoth, Scope, WorkSummary } from "./conversation/quoth.js";
export { type Answer, answerSchema } from "./retrieval/answer.js";
export { type Concordance, concordanceSchema } from "./edition/concordance.js";
export { type Quote, type QuoteList, quoteListSchema, quoteSchema } from "./edition/quote.js";
export { type Apparatus, apparatusSchema } from "./edition/apparatus/apparatus.js";
export { type Citation, citationSchema } from "./edition/citation/citation.js";
export { CITATION_STYLES, type CitationStyle } from "./edition/citation/citation-style.js";
export { type Receipt, receiptSchema } from "./edition/citation/receipt.js";
export { type ReceiptVerdict, receiptVerdictSchema } from "./edition/citation/receipt-verdict.js";
export { type EssayReport, essayReportSchema } from "./edition/essay/essay-report.js";
export { type Check, checkSchema } from "./edition/verification/check.js";
export { type ImportReport, importReportSchema } from "./edition/import/import-report.js";
export { QuothError } from "./edition/quoth-error.js";
export { readSettings, type Settings } from "./settings.js";
export { pinCorpus } from "./adapters/files/pin-corpus.js";
export type { EarlyEncoder } from "./adapters/transformers/open-model.js";
