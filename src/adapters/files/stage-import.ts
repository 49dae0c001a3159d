import { rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, realpath, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pinWork } from "../../edition/assemble-work.js";
import { type BlockTable, formatBlockTable } from "../../edition/import/block-table.js";
import { type BlockRow, firstWords, rowsOf } from "../../edition/import/corrections.js";
import type { ImportedWork } from "../../edition/import/import-report.js";
import { proposeDeclaration } from "../../edition/import/propose-declaration.js";
import { compareReferences, renumberWork } from "../../edition/import/renumber-work.js";
import { QuothError } from "../../edition/quoth-error.js";
import type { Work } from "../../edition/work.js";
import { amendDeclaration, declareWitness } from "./amend-declaration.js";
import { type DeclaredWork, declaredWorks } from "./find-work.js";
import { type ImportPlan, type ImportWishes, planImport } from "./plan-import.js";
import { BLOCKS_FILE, DECLARATION_FILE, readBlockTable, readWork, REFERENCES_FILE } from "./read-corpus.js";
import type { SourceFile } from "./read-source.js";
import { replaceFolder } from "./replace-folder.js";

/** An import that is ready to be looked at; nothing of it lies in the corpus yet. */
export interface StagedImport {
  readonly report: () => ImportedWork;
  /** What each block was taken for, by siglum. */
  readonly table: () => BlockTable;
  /** Takes a person's word for what the blocks are. */
  readonly correct: (table: BlockTable) => Promise<void>;
  /** Puts the work into the corpus, by one rename. */
  readonly commit: () => Promise<ImportedWork>;
  /** Leaves nothing behind. */
  readonly discard: () => Promise<void>;
}

/**
 * Stages files as one work (a new one, an existing one again, or further editions of it) in a temporary folder: the
 * files byte for byte, work.yaml, blocks.yaml, references.json; read once as a corpus would read it.
 * @throws QuothError `usage` (an id that is another work's, no author), `corpus-invalid` with line and column.
 */
export async function stageImport(
  corpus: string,
  sources: readonly SourceFile[],
  wishes: ImportWishes,
): Promise<StagedImport> {
  const works = await declaredWorks(corpus);
  const plan = planImport(works, sources, wishes);
  const root = await mkdtemp(path.join(tmpdir(), "quoth-import-"));
  const clear = (): void => rmSync(root, { recursive: true, force: true });
  // Ctrl-C at any moment: what was staged goes, and the signal does what it always does.
  const interrupted = (): void => {
    clear();
    process.kill(process.pid, "SIGINT");
  };
  process.once("SIGINT", interrupted);
  const release = (): void => {
    process.off("SIGINT", interrupted);
    clear();
  };
  try {
    return await stage(corpus, root, plan, wishes, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function stage(
  corpus: string,
  root: string,
  plan: ImportPlan,
  wishes: ImportWishes,
  release: () => void,
): Promise<StagedImport> {
  const { folder, existing } = plan;
  const home = path.join(root, folder);
  const old = existing && !wishes.renumber ? await readOld(corpus, existing) : undefined;
  if (existing) await cp(await realpath(path.join(corpus, folder)), home, { recursive: true });
  else await mkdir(home, { recursive: true });
  for (const { source, file } of plan.witnesses) {
    await mkdir(path.dirname(path.join(home, file)), { recursive: true });
    await writeFile(path.join(home, file), source.bytes);
  }
  const name = path.join(home, DECLARATION_FILE);
  const yaml = existing
    ? await amendDeclaration(path.join(corpus, folder, DECLARATION_FILE), plan, wishes)
    : proposeDeclaration(
        plan.proposed,
        plan.witnesses.map((one) => declareWitness(one, wishes)),
      );
  await writeFile(name, yaml);
  const remarks = plan.witnesses.flatMap(({ source }) => source.remarks);

  let work: Work;
  let lost: readonly BlockRow[] = [];
  const read = async (): Promise<void> => {
    const before = await readBlockTable(root, folder);
    const fresh = await readWork(root, folder, { repin: true });
    work = old ? renumberWork(old, fresh) : fresh;
    const table = tableOf(work);
    lost = lostRows(before, table);
    await writeFile(path.join(home, BLOCKS_FILE), formatBlockTable(table));
    await writeFile(path.join(home, REFERENCES_FILE), `${JSON.stringify(pinWork(work), null, 1)}\n`);
    // As every later start reads it: what was written holds, or is refused now.
    work = await readWork(root, folder);
  };
  await read();

  const report = (written: boolean): ImportedWork => ({
    ...describe(work, folder),
    again: existing !== undefined,
    written,
    references: referencesOf(old, work),
    remarks: [
      ...remarks,
      ...lost.map(
        (row) => `No block begins with "${row.words}" any more: its row in ${BLOCKS_FILE} was dropped.`,
      ),
    ],
  });
  return {
    report: () => report(false),
    table: () => tableOf(work),
    async correct(table) {
      await writeFile(path.join(home, BLOCKS_FILE), formatBlockTable(table));
      await read();
    },
    async commit() {
      await replaceFolder(corpus, folder, home);
      release();
      return report(true);
    },
    async discard() {
      release();
      return Promise.resolve();
    },
  };
}

/** The work as it stands in the corpus, for its references; a text that was changed in its place has lost them. */
async function readOld(corpus: string, { folder, declaration }: DeclaredWork): Promise<Work> {
  try {
    return await readWork(corpus, folder, { keep: false });
  } catch (cause) {
    if (!(cause instanceof QuothError)) throw cause;
    throw new QuothError(cause.code, cause.message, {
      remedy: `References are carried over from the text as it was: restore the folder ${folder}/ and import the changed file from elsewhere; or number the work anew: quoth import ${declaration.id} --renumber`,
      data: cause.data,
      cause,
    });
  }
}

function tableOf(work: Work): BlockTable {
  return new Map(work.witnesses.map(({ siglum, text, passages }) => [siglum, rowsOf(text, passages)]));
}

/** Rows of the table as it was whose words begin no block any more. */
function lostRows(before: BlockTable, after: BlockTable): readonly BlockRow[] {
  return [...before].flatMap(([siglum, rows]) => {
    const known = new Set(after.get(siglum)?.map((row) => row.words));
    return rows.filter((row) => !known.has(row.words));
  });
}

function describe(
  work: Work,
  folder: string,
): Omit<ImportedWork, "again" | "written" | "references" | "remarks"> {
  return {
    id: work.id,
    title: work.title,
    authors: [...work.authors],
    ...(work.date === undefined ? {} : { date: work.date }),
    folder,
    witnesses: work.witnesses.map(({ siglum, file, format, sha256, text, passages }) => ({
      siglum,
      file,
      format,
      sha256,
      blocks: passages.map((one) => ({
        reference: one.path,
        layer: one.layer,
        kind: one.kind,
        ...(one.voice === undefined ? {} : { voice: one.voice }),
        words: firstWords(text, one),
      })),
    })),
  };
}

function referencesOf(old: Work | undefined, work: Work): ImportedWork["references"] {
  const { kept, added, removed } = compareReferences(old, work);
  return { kept, added: [...added], removed: [...removed] };
}
