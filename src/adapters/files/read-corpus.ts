import type { Dirent } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { assembleWork } from "../../edition/assemble-work.js";
import { type BlockTable, parseBlockTable } from "../../edition/import/block-table.js";
import { decodeSource } from "../../edition/importers/decode-source.js";
import { parseDeclaration } from "../../edition/parse-declaration.js";
import { type PinnedReferences, pinnedReferencesSchema } from "../../edition/pinned-references.js";
import { QuothError } from "../../edition/quoth-error.js";
import type { Work } from "../../edition/work.js";
import { corpusMissing, exists } from "./corpus-missing.js";
import { readWitness } from "./read-witness.js";

export const DECLARATION_FILE = "work.yaml";
export const REFERENCES_FILE = "references.json";
export const BLOCKS_FILE = "blocks.yaml";

export interface ReadOptions {
  /** Reads past the pinned references, to write them anew. */
  readonly repin?: boolean;
  /** Whether texts taken out of marked-up files are written beside them; true unless said otherwise. */
  readonly keep?: boolean;
  /** A work that was read before and whose files are what they were, by its folder. */
  readonly known?: (folder: string) => Work | undefined;
}

/** The folder of each work below `corpus`, by name. */
export async function listWorkFolders(corpus: string): Promise<readonly string[]> {
  const entries = await readdir(corpus, { withFileTypes: true }).catch((cause: unknown) => {
    throw corpusMissing(`There is no corpus folder at ${corpus}.`, cause);
  });
  const folders: string[] = [];
  for (const entry of entries.filter(isWorkFolder)) {
    if (await exists(path.join(corpus, entry.name, DECLARATION_FILE))) folders.push(entry.name);
  }
  if (folders.length === 0)
    throw corpusMissing(`No work in ${corpus}: no folder there holds a ${DECLARATION_FILE}.`);
  return folders.sort();
}

/** Folders that begin with a stop are works in the making, or a program's own. */
export function isWorkFolder(entry: Dirent): boolean {
  return (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith(".");
}

/**
 * Reads every work of a corpus folder, in order of the folders' names.
 * @throws QuothError `corpus-missing`, `corpus-invalid` or `corpus-damaged`, with file and line where there is one;
 * `corpus-unwritable` where an extracted text cannot be kept beside its original.
 */
export async function readCorpus(corpus: string, options: ReadOptions = {}): Promise<readonly Work[]> {
  const folders = await listWorkFolders(corpus);
  const works = await Promise.all(
    folders.map(async (folder) => options.known?.(folder) ?? (await readWork(corpus, folder, options))),
  );
  const seen = new Map<string, string>();
  works.forEach((work, at) => {
    const twin = seen.get(work.id.toLowerCase());
    const folder = folders[at] as string;
    if (twin !== undefined) {
      throw new QuothError(
        "corpus-invalid",
        `${folder}/${DECLARATION_FILE}: the id "${work.id}" is that of ${twin}, too.`,
        {
          remedy: "Give one of the two works another id.",
        },
      );
    }
    seen.set(work.id.toLowerCase(), folder);
  });
  return works;
}

/** Reads the work in one folder; corrections of its blocks count where its references are not pinned. */
export async function readWork(
  corpus: string,
  folder: string,
  { repin = false, keep = true }: ReadOptions = {},
): Promise<Work> {
  const name = `${folder}/${DECLARATION_FILE}`;
  const declaration = parseDeclaration(
    name,
    decodeSource(name, await readFile(path.join(corpus, name))).text,
  );
  const pinned = repin ? undefined : await readPinned(corpus, `${folder}/${REFERENCES_FILE}`);
  const files = await Promise.all(
    declaration.witnesses.map((witness) =>
      readWitness(corpus, folder, witness, {
        authors: declaration.author,
        pinned: pinned?.witnesses[witness.siglum]?.sha256,
        keep,
      }),
    ),
  );
  if (pinned) return assembleWork(declaration, files, pinned);
  const corrections = await readBlockTable(corpus, folder);
  return assembleWork(
    declaration,
    files.map((file, at) => {
      const rows = corrections.get(declaration.witnesses[at]?.siglum ?? "");
      return rows ? { ...file, corrections: rows } : file;
    }),
  );
}

/** What a person says of a work's blocks; nothing where there is no blocks.yaml. */
export async function readBlockTable(corpus: string, folder: string): Promise<BlockTable> {
  const name = `${folder}/${BLOCKS_FILE}`;
  if (!(await exists(path.join(corpus, name)))) return new Map();
  return parseBlockTable(name, decodeSource(name, await readFile(path.join(corpus, name))).text);
}

async function readPinned(corpus: string, file: string): Promise<PinnedReferences | undefined> {
  const absolute = path.join(corpus, file);
  if (!(await exists(absolute))) return undefined;
  try {
    return pinnedReferencesSchema.parse(JSON.parse(await readFile(absolute, "utf8")));
  } catch (cause) {
    throw new QuothError("corpus-damaged", `${file} is damaged.`, {
      remedy: "Restore it from version control, or write the references anew with: quoth build --pin",
      cause,
    });
  }
}
