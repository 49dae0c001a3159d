import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Work } from "../../edition/work.js";
import { DECLARATION_FILE, isWorkFolder, readCorpus, REFERENCES_FILE } from "./read-corpus.js";
import { haveChanged, stampFiles, type Stamps } from "./watch-files.js";

/** A corpus as it was read, with the stamps of everything that it was read from. */
export interface ReadCorpus {
  readonly works: readonly Work[];
  readonly stamps: Stamps;
  /** Of the files of each work alone, by its id. */
  readonly stampsOf: ReadonlyMap<string, Stamps>;
}

/**
 * Reads a corpus folder again and again: a work whose files are what they were is the same object as before.
 * @param published the address of the site on which the works are published.
 * @throws as `readCorpus` does.
 */
export function createCorpusReader(corpusDir: string, published?: string): () => Promise<ReadCorpus> {
  let known = new Map<string, { readonly work: Work; readonly stamps: Stamps }>();
  return async () => {
    // Before reading: what changes meanwhile is read again. A folder without a declaration may get one.
    const outline = stampFiles([corpusDir, ...(await declarations(corpusDir))]);
    const found = await readCorpus(corpusDir, {
      known(folder) {
        const before = known.get(folder);
        return before && !haveChanged(before.stamps) ? before.work : undefined;
      },
    });
    const works = found.map((work) => (work.published === published ? work : withAddress(work, published)));
    const entries = works.map((work) => {
      const folder = folderOf(work);
      const before = known.get(folder);
      if (before?.work === work) return [folder, before] as const;
      return [folder, { work, stamps: stampFiles(filesOf(corpusDir, work)) }] as const;
    });
    known = new Map(entries);
    return {
      works,
      stamps: new Map([...entries.flatMap(([, { stamps }]) => [...stamps]), ...outline]),
      stampsOf: new Map(entries.map(([, { work, stamps }]) => [work.id, stamps])),
    };
  };
}

function withAddress(work: Work, published: string | undefined): Work {
  return published === undefined ? work : { ...work, published };
}

async function declarations(corpusDir: string): Promise<readonly string[]> {
  const entries = await readdir(corpusDir, { withFileTypes: true }).catch(() => []);
  return entries.filter(isWorkFolder).map((entry) => path.join(corpusDir, entry.name, DECLARATION_FILE));
}

function filesOf(corpusDir: string, work: Work): readonly string[] {
  const folder = folderOf(work);
  return [
    ...[DECLARATION_FILE, REFERENCES_FILE].map((name) => path.join(corpusDir, folder, name)),
    ...work.witnesses.flatMap(({ path: own, original }) =>
      [own, ...(original ? [original.path] : [])].map((file) => path.join(corpusDir, file)),
    ),
  ];
}

/** Paths of witnesses begin with the folder of their work. */
function folderOf(work: Work): string {
  return work.witnesses[0].path.split("/")[0] as string;
}
