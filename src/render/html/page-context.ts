import type { Apparatus } from "../../edition/apparatus/apparatus.js";
import type { Passage } from "../../edition/passage.js";
import { layOutPages, type Layout } from "../../edition/publication/lay-out-pages.js";
import { layOutParallel } from "../../edition/publication/lay-out-parallel.js";
import {
  citationFile,
  fragmentOf,
  pageFile,
  parallelFile,
} from "../../edition/publication/published-address.js";
import type { Witness, Work } from "../../edition/work.js";
import { type PlacedVariant, placeVariants } from "./place-variants.js";

/** An edition that is being published: what its pages have in common. */
export interface EditionContext {
  readonly work: Work;
  readonly witness: Witness;
  readonly layout: Layout;
  readonly apparatus: Apparatus;
  readonly variants: readonly PlacedVariant[];
  /** Where the site will stand; undefined where it was not said. */
  readonly base: string | undefined;
}

export function editionContext(
  work: Work,
  witness: Witness,
  apparatus: Apparatus,
  base: string | undefined,
): EditionContext {
  return {
    work,
    witness,
    apparatus,
    base,
    layout: layOutPages(witness),
    variants: placeVariants(apparatus, witness),
  };
}

/** Whether the apparatus compares an edition: not, where it is a translation. */
export function isCompared({ apparatus, witness }: Pick<EditionContext, "apparatus" | "witness">): boolean {
  return apparatus.witnesses.some(({ siglum }) => siglum === witness.siglum);
}

/** An address from one file of the site to another, so that the site may stand anywhere, a disk included. */
export function linkTo(from: string, to: string): string {
  const [own, its] = [from.split("/"), to.split("/")];
  let shared = 0;
  while (shared < own.length - 1 && shared < its.length - 1 && own[shared] === its[shared]) shared += 1;
  return [...Array<string>(own.length - 1 - shared).fill(".."), ...its.slice(shared)].join("/");
}

/** The link to a passage or sentence of an edition; undefined where the edition lacks the passage. */
export function linkToPassage(
  from: string,
  { work, witness, layout }: Pick<EditionContext, "work" | "witness" | "layout">,
  passagePath: string,
  anchor: string,
): string | undefined {
  const page = layout.pageOf.get(passagePath);
  if (!page) return undefined;
  const file = pageFile(work, witness, page);
  return (file === from ? "" : linkTo(from, file)) + fragmentOf(anchor);
}

/** The link to a passage where it stands beside the other editions; undefined for a work with one edition. */
export function linkToCell(from: string, work: Work, witness: Witness, path: string): string | undefined {
  if (work.witnesses.length < 2) return undefined;
  const page = layOutParallel(work).pageOf[work.witnesses.indexOf(witness)]?.get(path);
  return page && linkTo(from, parallelFile(work, page)) + fragmentOf(`${path}@${witness.siglum}`);
}

/** The link to a passage's citations. */
export function linkToCitations({ work, witness }: EditionContext, from: string, passage: Passage): string {
  return linkTo(from, citationFile(work, witness, passage.path));
}
