import { rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { pinWork } from "../../edition/assemble-work.js";
import { listWorkFolders, readCorpus, REFERENCES_FILE } from "./read-corpus.js";

/** Writes `references.json` beside every work of a corpus, from its witnesses as they are now; gives the ids. */
export async function pinCorpus(corpus: string): Promise<readonly string[]> {
  const [folders, works] = await Promise.all([listWorkFolders(corpus), readCorpus(corpus, { repin: true })]);
  await Promise.all(
    works.map(async (work, at) => {
      const file = path.join(corpus, folders[at] as string, REFERENCES_FILE);
      await writeFile(`${file}.tmp`, `${JSON.stringify(pinWork(work), null, 1)}\n`);
      await rename(`${file}.tmp`, file);
    }),
  );
  return works.map((work) => work.id);
}
