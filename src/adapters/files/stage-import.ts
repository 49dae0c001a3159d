import { cp, mkdir, mkdtemp, realpath, rename, rm, writeFile } from "node:fs/promises";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseDocument, YAMLSeq } from "yaml";
import { pinWork } from "../../edition/assemble-work.js";
import { type BlockTable, formatBlockTable } from "../../edition/import/block-table.js";
import { type BlockRow, firstWords, rowsOf } from "../../edition/import/corrections.js";
import type { ImportedWork } from "../../edition/import/import-report.js";
import { type ProposedWork, proposeDeclaration } from "../../edition/import/propose-declaration.js";
import { compareReferences, renumberWork } from "../../edition/import/renumber-work.js";
import { slug } from "../../edition/import/slug.js";
import { QuothError } from "../../edition/quoth-error.js";
import type { Work } from "../../edition/work.js";
import { type DeclaredWork, declaredWorks, findWork } from "./find-work.js";
import { BLOCKS_FILE, DECLARATION_FILE, readBlockTable, readWork, REFERENCES_FILE } from "./read-corpus.js";
import type { SourceFile } from "./read-source.js";

/** What somebody says of the work that files are imported as; the rest is proposed. */
export interface ImportWishes {
  readonly id?: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly date?: string;
  readonly siglum?: string;
  readonly language?: string;
  /** The id of the work that the files are further editions of. */
  readonly witnessOf?: string;
  /** Numbers an existing work anew, rather than carrying its references. */
  readonly renumber?: boolean;
}

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

interface Plan {
  readonly folder: string;
  readonly existing?: DeclaredWork;
  /** Each source with its siglum, and whether an entry for it is there already. */
  readonly witnesses: readonly {
    readonly source: SourceFile;
    readonly siglum: string;
    readonly again: boolean;
  }[];
  readonly proposed: ProposedWork;
}

function planImport(
  works: readonly DeclaredWork[],
  sources: readonly SourceFile[],
  wishes: ImportWishes,
): Plan {
  const said = sources.map((one) => one.description);
  const title =
    wishes.title ?? said.find((one) => one.title !== undefined)?.title ?? stem(sources[0]?.name ?? "work");
  const wanted = wishes.witnessOf ?? wishes.id ?? (slug(title) || "work");
  const existing = findWork(works, wanted);
  if (wishes.witnessOf !== undefined && !existing)
    throw new QuothError("unknown-work", `There is no work "${wishes.witnessOf}".`, {
      remedy: `Name one of: ${works.map((one) => one.declaration.id).join(", ") || "(the corpus is empty)"}.`,
    });
  const taken = new Set(existing?.declaration.witnesses.map((one) => one.siglum.toLowerCase()) ?? []);
  const witnesses = sources.map((source) => {
    const known = existing?.declaration.witnesses.find(
      (one) =>
        (wishes.siglum !== undefined &&
          sources.length === 1 &&
          one.siglum.toLowerCase() === wishes.siglum.toLowerCase()) ||
        one.file === source.name ||
        one.sha256 === source.sha256,
    );
    if (known) return { source, siglum: known.siglum, again: true };
    const proposed =
      sources.length === 1 ? (wishes.siglum ?? slug(stem(source.name))) : slug(stem(source.name));
    return { source, siglum: free(proposed || "a", taken), again: false };
  });
  const added = witnesses.filter((one) => !one.again);
  if (existing && wishes.witnessOf === undefined && added.length > 0)
    refuseTwin(existing, added[0]?.source.name ?? "");
  const authors =
    wishes.authors ?? [said.find((one) => one.author !== undefined)?.author ?? ""].filter(Boolean);
  if (!existing && authors.length === 0)
    throw new QuothError("usage", `${sources[0]?.file ?? "The file"} does not say who wrote it.`, {
      remedy: 'Say it: --author "Abraham Lincoln"',
    });
  const date = wishes.date ?? said.find((one) => one.date !== undefined)?.date;
  const addressee = said.find((one) => one.addressee !== undefined)?.addressee;
  return {
    folder: existing?.folder ?? wanted,
    ...(existing ? { existing } : {}),
    witnesses,
    proposed: {
      id: existing?.declaration.id ?? wanted,
      title,
      authors,
      ...(date === undefined ? {} : { date }),
      ...(addressee === undefined ? {} : { addressee }),
    },
  };
}

function refuseTwin({ declaration }: DeclaredWork, name: string): never {
  throw new QuothError(
    "usage",
    `The id "${declaration.id}" is that of another work: "${declaration.title}" by ${declaration.author.join(" and ")}, which has no file ${name}.`,
    {
      remedy: `Give this one another id with --id; or, if it is an edition of that work: --witness-of ${declaration.id}; or, if it replaces one: --siglum and its siglum.`,
      data: { id: declaration.id },
    },
  );
}

async function stage(
  corpus: string,
  root: string,
  plan: Plan,
  wishes: ImportWishes,
  release: () => void,
): Promise<StagedImport> {
  const { folder, existing } = plan;
  const home = path.join(root, folder);
  const old = existing && !wishes.renumber ? await readOld(corpus, existing) : undefined;
  if (existing) await cp(await realpath(path.join(corpus, folder)), home, { recursive: true });
  else await mkdir(home, { recursive: true });
  for (const { source, siglum, again } of plan.witnesses) {
    const declared = again ? existing?.declaration.witnesses.find((one) => one.siglum === siglum) : undefined;
    await mkdir(path.dirname(path.join(home, declared?.file ?? source.name)), { recursive: true });
    await writeFile(path.join(home, declared?.file ?? source.name), source.bytes);
  }
  const name = path.join(home, DECLARATION_FILE);
  const yaml = existing
    ? await amendDeclaration(path.join(corpus, folder, DECLARATION_FILE), plan, wishes)
    : proposeDeclaration(
        plan.proposed,
        plan.witnesses.map(({ source, siglum }) => entryOf(source, siglum, wishes)),
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
    references: old
      ? ({ ...compareReferences(old, work) } as ImportedWork["references"])
      : { kept: 0, ...addedOnly(work) },
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

function entryOf(source: SourceFile, siglum: string, wishes: ImportWishes) {
  const { name, format, sha256, encoding, rules } = source;
  const language = wishes.language ?? source.description.language;
  return {
    siglum,
    file: name,
    format,
    sha256,
    ...(encoding === undefined ? {} : { encoding }),
    ...(language === undefined || language === "en" ? {} : { language }),
    ...(rules ? { rules } : {}),
  };
}

/** An existing work.yaml with what the import changes in it, and every comment where it was. */
async function amendDeclaration(file: string, plan: Plan, wishes: ImportWishes): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  const document = parseDocument(await readFile(file, "utf8"));
  if (wishes.title !== undefined) document.set("title", wishes.title);
  if (wishes.date !== undefined) document.set("date", wishes.date);
  if (wishes.authors !== undefined)
    document.set("author", wishes.authors.length === 1 ? wishes.authors[0] : wishes.authors);
  for (const { source, siglum, again } of plan.witnesses) {
    const at = plan.existing?.declaration.witnesses.findIndex((one) => one.siglum === siglum) ?? -1;
    if (again) {
      if (document.hasIn(["witnesses", at, "sha256"]))
        document.setIn(["witnesses", at, "sha256"], source.sha256);
      continue;
    }
    const list: unknown = document.get("witnesses");
    const { rules, ...entry } = entryOf(source, siglum, wishes);
    if (list instanceof YAMLSeq) list.add(document.createNode({ ...entry, ...rules }));
  }
  return document.toString({ lineWidth: 0 });
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

function addedOnly(work: Work): { added: string[]; removed: string[] } {
  return { added: [...compareReferences(undefined, work).added], removed: [] };
}

/** Puts `staged` in the place of the corpus's folder: copied beside it first, then swapped by renames. */
async function replaceFolder(corpus: string, folder: string, staged: string): Promise<void> {
  const target = path.join(corpus, folder);
  let aside: string | undefined;
  try {
    await mkdir(corpus, { recursive: true });
    aside = await mkdtemp(path.join(corpus, ".quoth-import-"));
    await cp(staged, path.join(aside, "new"), { recursive: true });
    const place = await realpath(target).catch(() => target);
    await rename(place, path.join(aside, "old")).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
    await rename(path.join(aside, "new"), place);
  } catch (cause) {
    throw new QuothError("corpus-unwritable", `The work could not be written to ${target}.`, {
      remedy: "Make the corpus folder writable, or name another one with --corpus DIR.",
      data: { folder: target },
      cause,
    });
  } finally {
    if (aside !== undefined) await rm(aside, { recursive: true, force: true });
  }
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, "");
}

function free(siglum: string, taken: Set<string>): string {
  let name = siglum;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${siglum}-${count}`;
  taken.add(name.toLowerCase());
  return name;
}
