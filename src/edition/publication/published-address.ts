import type { Witness, Work } from "../work.js";
import { fileName } from "./file-name.js";
import { layOutPages, type Page } from "./lay-out-pages.js";

/** The folder of an edition below the site's own: "jfk-1961-04-18", and "jfk-1961-04-18/@ucsb" beside the first edition. */
export function editionFolder(work: Work, witness: Witness): string {
  const folder = fileName(work.id);
  return witness === work.witnesses[0] ? folder : `${folder}/@${fileName(witness.siglum)}`;
}

/** The file of a page: "jfk-1961-04-18/index.html", "jfk-1961-04-18/@ucsb/201.html". */
export function pageFile(work: Work, witness: Witness, { name }: Page): string {
  return `${editionFolder(work, witness)}/${name === "" ? "index" : fileName(name)}.html`;
}

/** The file of a page that shows the editions of a work together: "jfk-1961-04-18/side-by-side/index.html". */
export function parallelFile(work: Work, { name }: { readonly name: string }): string {
  return `${fileName(work.id)}/side-by-side/${name === "" ? "index" : fileName(name)}.html`;
}

/** The file of a passage's citations and receipts: "jfk-1961-04-18/cite/3.html". */
export function citationFile(work: Work, witness: Witness, passagePath: string): string {
  return `${editionFolder(work, witness)}/cite/${fileName(passagePath)}.html`;
}

/** The anchor of a reference path: of a run of sentences ("3.1-2") that of the first. */
export function anchorOf(path: string): string {
  return path.replace(/-[^-.]*$/, "");
}

/** The most sentences of the reference text that one sentence of another edition is said to stand for. */
const MOST_ANCHORS = 50;

/** The anchors that a sentence answers to besides its own: "3.1-2" to "3.1" and "3.2", any other to its path. */
export function sentenceAnchors(path: string): readonly string[] {
  const match = /^(.*\.)(\d+)-(\d+)$/.exec(path);
  if (!match) return [path];
  const [, above = "", low, high] = match;
  const count = Math.min(Number(high) - Number(low) + 1, MOST_ANCHORS);
  return Array.from({ length: Math.max(0, count) }, (_, at) => `${above}${Number(low) + at}`);
}

/** "#3.1", "#3.1@ucsb", with whatever an address cannot hold encoded. */
export function fragmentOf(anchor: string): string {
  return `#${encodeURIComponent(anchor.replace(/\p{Surrogate}/gu, "\uFFFD")).replace(/%40/g, "@")}`;
}

/**
 * Where a reader finds the reference `path` of `witness`, on the site that `work.published` names; undefined where it
 * names none or the edition has no such passage. "https://example.org/jfk-1961-04-18/#3.1".
 */
export function publishedAddress(
  work: Work,
  witness: Witness,
  passagePath: string,
  path: string,
): string | undefined {
  if (work.published === undefined) return undefined;
  const page = layOutPages(witness).pageOf.get(passagePath);
  if (!page) return undefined;
  const file = pageFile(work, witness, page).replace(/(^|\/)index\.html$/, "$1");
  return `${work.published}${file}${fragmentOf(anchorOf(path))}`;
}
