import { readFile } from "node:fs/promises";
import { indexInMemory } from "./adapters/index/index-in-memory.js";
import { openModel } from "./adapters/transformers/open-model.js";
import { QuothError } from "./edition/quoth-error.js";
import type { AblationName } from "./evaluation/ablations.js";
import { BOOTSTRAP_SEED } from "./evaluation/bootstrap-interval.js";
import { drawSample } from "./evaluation/draw-sample.js";
import { evaluateRow, type RowPlan } from "./evaluation/evaluate-row.js";
import type { EvaluatedRow } from "./evaluation/evaluated-row.js";
import { evaluated, parseLetterQuestions } from "./evaluation/parse-letter-questions.js";
import { poolArticles } from "./evaluation/pool-articles.js";
import { rowName } from "./evaluation/row-name.js";
import { selectArticles } from "./evaluation/select-articles.js";
import { parseSquad, type SquadArticle } from "./evaluation/squad.js";
import { open } from "./quoth.js";
import type { Embedder } from "./retrieval/embedder.js";
import { encodeUnits } from "./retrieval/encode-units.js";
import { createLexicon, type Searcher } from "./retrieval/searcher.js";
import type { Settings } from "./settings.js";

export interface EvaluateOptions extends Settings {
  /** Questions files: SQuAD's format (.json), or quoth's own (.jsonl), which is put to the corpus folder. */
  readonly files: readonly string[];
  readonly half: "dev" | "frozen" | "all";
  /** Name of the rows, in place of the file's. */
  readonly name?: string;
  /** Articles of a SQuAD file, sorted by title, from 1, both ends included. */
  readonly articles?: { readonly first: number; readonly last: number };
  /** Whether the paragraphs of the articles left out are searched all the same. */
  readonly pool: boolean;
  /** A SQuAD file whose paragraphs are left out. */
  readonly without?: string;
  /** A SQuAD file whose questions, of articles that the row does not have, are to be refused. */
  readonly foreign?: string;
  /** At most so many questions of each half or file. */
  readonly sample?: number;
  readonly seed: number;
  readonly ablations: readonly AblationName[];
  readonly onProgress: (label: string, done: number, total: number) => void;
  readonly onWarning: (message: string) => void;
}

/** Foreign questions, always the same ones, so that no row's name need say which. */
const FOREIGN_QUESTIONS = 500;
const FOREIGN_SEED = BOOTSTRAP_SEED;

/** Measures every file, a row for each half or file. */
export async function evaluate(options: EvaluateOptions): Promise<readonly EvaluatedRow[]> {
  const foreign = options.foreign === undefined ? [] : await readSquad(options.foreign);
  const rows: EvaluatedRow[] = [];
  for (const file of options.files) {
    const own = /\.jsonl$/i.test(file);
    rows.push(...(await (own ? evaluateLetter : evaluateSquad)(file, foreign, options)));
  }
  return rows;
}

async function evaluateLetter(
  file: string,
  foreign: readonly SquadArticle[],
  options: EvaluateOptions,
): Promise<readonly EvaluatedRow[]> {
  const questions = parseLetterQuestions(await read(file), file);
  const embedder = await openModel(options);
  const quoth = await open({
    ...options,
    onProgress: (done, total) => options.onProgress("Embedding passages", done, total),
  });
  try {
    const { index } = await quoth.prepare();
    const searcher: Searcher = { ...createLexicon(quoth.sources()), index, embedder };
    const rows: EvaluatedRow[] = [];
    for (const half of ["dev", "frozen"] as const) {
      const own = questions.filter((question) => question.half === half).map(evaluated);
      if (own.length === 0 || (options.half !== "all" && options.half !== half)) continue;
      const plan = planRow({ base: file, half }, own, foreign, half === "frozen", options);
      rows.push(await evaluateRow(searcher, plan));
    }
    return rows;
  } finally {
    await quoth.close();
    await embedder.close();
  }
}

async function evaluateSquad(
  file: string,
  foreign: readonly SquadArticle[],
  options: EvaluateOptions,
): Promise<readonly EvaluatedRow[]> {
  const all = await readSquad(file);
  const { kept, asked } = selectArticles(all, {
    range: options.articles,
    pool: options.pool,
    without: options.without === undefined ? [] : await readSquad(options.without),
  });
  const pooled = poolArticles(kept);
  const embedder = await openModel(options);
  try {
    const searcher = await searchPooled(pooled.work, embedder, options);
    const here = new Set(kept.map(({ title }) => title));
    const others = foreign.filter(({ title }) => !here.has(title));
    const plan = planRow(
      {
        base: file,
        ...(options.articles
          ? { articles: `${options.articles.first}-${options.articles.last}`, pool: options.pool }
          : {}),
      },
      pooled.questions.filter(({ id }) => asked.has(id)),
      others,
      false,
      options,
    );
    return [await evaluateRow(searcher, plan)];
  } finally {
    await embedder.close();
  }
}

async function searchPooled(
  work: Searcher["works"][number],
  embedder: Embedder,
  { onProgress }: EvaluateOptions,
): Promise<Searcher> {
  const lexicon = createLexicon([work]);
  const encoded = await encodeUnits(
    lexicon.units,
    embedder,
    () => undefined,
    (done, total) => onProgress("Embedding passages", done, total),
  );
  return { ...lexicon, index: indexInMemory(lexicon.units, encoded, embedder.model.dimensions), embedder };
}

function planRow(
  parts: {
    readonly base: string;
    readonly half?: string;
    readonly articles?: string;
    readonly pool?: boolean;
  },
  own: RowPlan["questions"],
  foreign: readonly SquadArticle[],
  sealed: boolean,
  { name, sample, seed, ablations, onProgress }: EvaluateOptions,
): RowPlan {
  const sampled = sample !== undefined && sample < own.length;
  const row = rowName({
    ...parts,
    base: name ?? parts.base,
    sample: sampled ? { count: sample, seed } : undefined,
  });
  const others = foreign.length === 0 ? [] : poolArticles(foreign).questions;
  return {
    name: row,
    questions: sampled ? drawSample(own, sample, seed) : own,
    foreign: drawSample(others, FOREIGN_QUESTIONS, FOREIGN_SEED),
    ablations,
    sealed,
    onProgress: (done, total) => onProgress(`Asking ${row}`, done, total),
  };
}

async function readSquad(file: string): Promise<readonly SquadArticle[]> {
  return parseSquad(await read(file), file);
}

async function read(file: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: unknown) => {
    throw new QuothError("usage", `${file} cannot be read.`, {
      remedy: "Name a questions file: SQuAD's format (.json) or quoth's own (.jsonl).",
      cause,
    });
  });
}
