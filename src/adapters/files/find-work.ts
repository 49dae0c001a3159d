import { readFile } from "node:fs/promises";
import path from "node:path";
import { decodeSource } from "../../edition/importers/decode-source.js";
import { parseDeclaration } from "../../edition/parse-declaration.js";
import { QuothError } from "../../edition/quoth-error.js";
import type { WorkDeclaration } from "../../edition/work-declaration.js";
import { DECLARATION_FILE, listWorkFolders } from "./read-corpus.js";

/** A work as its folder declares it; its files are not read. */
export interface DeclaredWork {
  readonly folder: string;
  readonly declaration: WorkDeclaration;
}

/**
 * The works that a corpus declares; none where the folder is empty or does not exist yet.
 * @throws QuothError `corpus-invalid` for a work.yaml that cannot be read.
 */
export async function declaredWorks(corpus: string): Promise<readonly DeclaredWork[]> {
  const folders = await listWorkFolders(corpus).catch((error: unknown) => {
    if (error instanceof QuothError && error.code === "corpus-missing") return [];
    throw error;
  });
  return Promise.all(
    folders.map(async (folder) => {
      const name = `${folder}/${DECLARATION_FILE}`;
      const { text } = decodeSource(name, await readFile(path.join(corpus, name)));
      return { folder, declaration: parseDeclaration(name, text) };
    }),
  );
}

export function findWork(works: readonly DeclaredWork[], id: string): DeclaredWork | undefined {
  return works.find(({ declaration }) => declaration.id.toLowerCase() === id.toLowerCase());
}
