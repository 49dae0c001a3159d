import type { Apparatus } from "../../edition/apparatus/apparatus.js";
import { collateWitnesses } from "../../edition/apparatus/collate-witnesses.js";
import { compareWitnesses } from "../../edition/apparatus/compare-witnesses.js";
import { citationFile, pageFile, parallelFile } from "../../edition/publication/published-address.js";
import type { Work } from "../../edition/work.js";
import { editionContext } from "./page-context.js";
import { parallelContext, type ParallelContext } from "./parallel-context.js";
import { renderCitationPage } from "./render-citation-page.js";
import { renderIndexPage } from "./render-index-page.js";
import { renderParallelPage } from "./render-parallel-page.js";
import { renderReadingPage } from "./render-reading-page.js";

/** A file of the site: its name below the site's folder, with forward slashes, and what it holds. */
export interface SiteFile {
  readonly name: string;
  readonly content: string;
  /** What it is part of, for progress and counts. */
  readonly work?: string;
  readonly kind: "index" | "reading" | "parallel" | "citations";
}

/**
 * Every file of the site, one after the other, so that no more than one page is in memory: of each edition of each
 * work its pages and a page of citations for every passage, the pages on which its editions stand side by side, and the
 * list of works. The same works make the same bytes.
 * @param base the address of the site, with a slash at its end.
 */
export function* renderSite(works: readonly Work[], base?: string): Generator<SiteFile> {
  for (const work of works) {
    const { apparatus, together } = prepare(work, base);
    for (const witness of work.witnesses) {
      const edition = editionContext(work, witness, apparatus, base);
      for (const page of edition.layout.pages) {
        yield {
          name: pageFile(work, witness, page),
          content: renderReadingPage(edition, page),
          work: work.id,
          kind: "reading",
        };
        for (const passage of page.passages) {
          if (passage.sentences.length === 0) continue;
          yield {
            name: citationFile(work, witness, passage.path),
            content: renderCitationPage(edition, passage),
            work: work.id,
            kind: "citations",
          };
        }
      }
    }
    for (const page of together?.layout.pages ?? []) {
      yield {
        name: parallelFile(work, page),
        content: renderParallelPage(together as ParallelContext, page),
        work: work.id,
        kind: "parallel",
      };
    }
  }
  yield { name: "index.html", content: renderIndexPage(works, base), kind: "index" };
}

/** What a work's pages have in common; the alignments that it was made from are not kept. */
function prepare(
  work: Work,
  base: string | undefined,
): { readonly apparatus: Apparatus; readonly together?: ParallelContext } {
  const collation = collateWitnesses(work);
  const apparatus = compareWitnesses(work, undefined, collation);
  if (work.witnesses.length < 2) return { apparatus };
  return { apparatus, together: parallelContext(work, apparatus, collation, base) };
}
