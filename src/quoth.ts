import path from "node:path";
import { ensureIndex, type EnsuredIndex } from "./adapters/index/ensure-index.js";
import {
  DECLARATION_FILE,
  listWorkFolders,
  readCorpus,
  REFERENCES_FILE,
} from "./adapters/files/read-corpus.js";
import { haveChanged, stampFiles, type Stamps } from "./adapters/files/watch-files.js";
import { type EarlyEncoder, openModel } from "./adapters/transformers/open-model.js";
import { createQuoth, type Holdings } from "./conversation/create-quoth.js";
import type { Quoth } from "./conversation/quoth.js";
import { QuothError } from "./edition/quoth-error.js";
import type { Quote } from "./edition/quote.js";
import { sliceSpans } from "./edition/span.js";
import { buildQuotationIndex, type QuotationIndex } from "./edition/verification/quotation-index.js";
import type { Work } from "./edition/work.js";
import type { Embedder } from "./retrieval/embedder.js";
import { createLexicon, type Searcher } from "./retrieval/searcher.js";
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
  let works: readonly Work[] = [];
  let stamps: Stamps = new Map();
  let index: () => Promise<EnsuredIndex> = () => Promise.reject(new Error("not opened"));

  const load = async (): Promise<Holdings> => {
    const names = await corpusFiles(options.corpusDir);
    works = await readCorpus(options.corpusDir);
    const witnesses = works.flatMap((work) =>
      work.witnesses.flatMap(({ path: own, original }) =>
        [own, ...(original ? [original.path] : [])].map((file) => path.join(options.corpusDir, file)),
      ),
    );
    stamps = stampFiles([...names, ...witnesses]);
    const lexicon = createLexicon(works);
    let opened: Promise<{ searcher: Searcher; ensured: EnsuredIndex }> | undefined;
    const openSearch = async (): Promise<{ searcher: Searcher; ensured: EnsuredIndex }> => {
      const ensured = await ensureIndex(lexicon.units, await model(), {
        corpusDir: options.corpusDir,
        dataDir: options.dataDir,
        force: options.force ?? false,
        onProgress: options.onProgress ?? (() => undefined),
        onWarning: warn,
      });
      if (ensured.engine === "exact" && ensured.kept)
        warn("hnswlib-node is not installed; exact search serves in its place.");
      return { searcher: { ...lexicon, index: ensured.index, embedder: await model() }, ensured };
    };
    const search = (): Promise<{ searcher: Searcher; ensured: EnsuredIndex }> => {
      opened ??= openSearch().catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
      return opened;
    };
    index = async () => (await search()).ensured;
    let quotations: QuotationIndex | undefined;
    return {
      lexicon,
      quotations: () => (quotations ??= buildQuotationIndex(works)),
      searcher: async () => (await search()).searcher,
    };
  };

  const quoth = createQuoth({
    holdings: await load(),
    async refresh(quotes) {
      if (haveChanged(stamps)) return load();
      quotes.forEach((quote) => compareAgain(works, quote));
      return undefined;
    },
    point: options.point,
    ...(options.work === undefined ? {} : { preferred: options.work }),
    close: async () => (await embedder?.catch(() => undefined))?.close(),
  });
  return { ...quoth, sources: () => works, prepare: () => index() };
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

async function corpusFiles(corpusDir: string): Promise<readonly string[]> {
  const folders = await listWorkFolders(corpusDir);
  return [
    corpusDir,
    ...folders.flatMap((folder) =>
      [DECLARATION_FILE, REFERENCES_FILE].map((file) => path.join(corpusDir, folder, file)),
    ),
  ];
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
