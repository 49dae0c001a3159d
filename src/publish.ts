import { writeSite } from "./adapters/site/write-site.js";
import type { Work } from "./edition/work.js";
import { renderSite, type SiteFile } from "./render/html/render-site.js";

export interface PublishOptions {
  /** The address at which the folder will be served, with a slash at its end. */
  readonly base?: string | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What `publish --json` prints. */
export interface Publication {
  readonly version: 1;
  readonly folder: string;
  readonly url?: string;
  readonly works: readonly {
    readonly id: string;
    /** On which its editions are read, each by itself. */
    readonly pages: number;
    /** On which they stand side by side; none where there is but one. */
    readonly sideBySide: number;
    readonly citations: number;
  }[];
  readonly files: number;
  readonly bytes: number;
  readonly changed: number;
  readonly removed: number;
}

/**
 * Publishes works as a folder of reading pages: the composition root of `quoth publish`.
 * @throws QuothError as `writeSite` does.
 */
export async function publish(
  works: readonly Work[],
  folder: string,
  { base, onProgress }: PublishOptions = {},
): Promise<Publication> {
  const counts = new Map(works.map(({ id }) => [id, { pages: 0, sideBySide: 0, citations: 0 }]));
  const total = passagesIn(works);
  function* counted(): Generator<SiteFile> {
    let done = 0;
    for (const file of renderSite(works, base)) {
      const count = counts.get(file.work ?? "");
      if (count && file.kind === "reading") count.pages += 1;
      if (count && file.kind === "parallel") count.sideBySide += 1;
      if (count && file.kind === "citations") {
        count.citations += 1;
        onProgress?.((done += 1), total);
      }
      yield file;
    }
  }
  const report = await writeSite(folder, counted());
  return {
    version: 1,
    folder,
    ...(base === undefined ? {} : { url: base }),
    works: [...counts].map(([id, count]) => ({ id, ...count })),
    ...report,
  };
}

function passagesIn(works: readonly Work[]): number {
  return works
    .flatMap(({ witnesses }) => witnesses)
    .reduce((sum, { passages }) => sum + passages.filter(({ sentences }) => sentences.length > 0).length, 0);
}
