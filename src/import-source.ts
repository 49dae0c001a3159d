import path from "node:path";
import { declaredWorks, findWork } from "./adapters/files/find-work.js";
import { readSource } from "./adapters/files/read-source.js";
import type { ImportWishes } from "./adapters/files/plan-import.js";
import { type StagedImport, stageImport } from "./adapters/files/stage-import.js";

export interface ImportRequest extends ImportWishes {
  readonly corpusDir: string;
  /** Files of one work; or the id of a work that is to be read again. */
  readonly files: readonly string[];
  readonly format?: string;
  readonly encoding?: string;
}

/**
 * Reads files as one work and stages it: the composition root of `quoth import`. The corpus is as it was until the
 * staged import is committed.
 * @throws QuothError `usage`, `unknown-work`, `corpus-invalid` (with line and column), `corpus-damaged`.
 */
export async function importSource({ corpusDir, files, ...wishes }: ImportRequest): Promise<StagedImport> {
  const [only = ""] = files;
  const known = files.length === 1 ? findWork(await declaredWorks(corpusDir), only) : undefined;
  if (known) {
    const own = known.declaration.witnesses.map((one) => path.join(corpusDir, known.folder, one.file));
    const sources = await Promise.all(
      own.map((file, at) => {
        const { format, encoding } = known.declaration.witnesses[at] ?? {};
        return readSource(file, {
          ...(format === undefined ? {} : { format }),
          ...(encoding === undefined ? {} : { encoding }),
        });
      }),
    );
    return stageImport(corpusDir, sources, { ...wishes, id: known.declaration.id });
  }
  return stageImport(corpusDir, await Promise.all(files.map((file) => readSource(file, wishes))), wishes);
}

export type { StagedImport } from "./adapters/files/stage-import.js";
