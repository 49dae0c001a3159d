import { parseDateRange, requireDateRange } from "../edition/date-range.js";
import { matchNames } from "../edition/match-names.js";
import { QuothError } from "../edition/quoth-error.js";
import { parseReference } from "../edition/reference.js";
import type { Work } from "../edition/work.js";
import { unknownWork } from "../retrieval/unknown-work.js";
import { nameSome } from "../retrieval/name-some.js";
import type { Scope } from "./quoth.js";

/** What of a scope is about works. */
export type WorkScope = Pick<Scope, "work" | "author" | "before" | "after">;

/**
 * The works that a scope names: all, unless ids, authors or dates narrow them.
 * @throws QuothError `unknown-work`, `unknown-author`; `usage` for what is no date.
 */
export function pickWorks(
  works: readonly Work[],
  { work, author, before, after }: WorkScope,
): readonly Work[] {
  const named = ofAuthors(byId(works, listOf(work)), listOf(author));
  if (before === undefined && after === undefined) return named;
  const end = before === undefined ? undefined : requireDateRange(before, "--before").first;
  const start = after === undefined ? undefined : requireDateRange(after, "--after").last;
  const found = named.filter(({ date }) => {
    const range = date === undefined ? undefined : parseDateRange(date);
    // A work without a date is in no span of time, and one that may lie outside is not certainly in it.
    return range && (end === undefined || range.last < end) && (start === undefined || range.first > start);
  });
  if (found.length > 0) return found;
  throw new QuothError("unknown-work", `No work that is meant is dated ${spanOf(before, after)}.`, {
    remedy: `These are loaded: ${nameSome(named.map(({ id, date }) => `${id} (${date ?? "without a date"})`))}.`,
  });
}

function byId(works: readonly Work[], ids: readonly string[]): readonly Work[] {
  if (ids.length === 0) return works;
  const found = ids.map((id) => {
    const one = works.find((work) => work.id.toLowerCase() === id.toLowerCase());
    if (one) return one;
    throw unknownWork(id, works);
  });
  return works.filter((work) => found.includes(work));
}

function ofAuthors(works: readonly Work[], asked: readonly string[]): readonly Work[] {
  if (asked.length === 0) return works;
  const names = [...new Set(works.flatMap(({ authors }) => authors))];
  const meant = new Set(
    asked.flatMap((one) => {
      const found = matchNames(names, one);
      if (found.length > 0) return found;
      throw new QuothError("unknown-author", `No work here is by "${one}".`, {
        remedy: `These are the authors: ${nameSome(names)}.`,
      });
    }),
  );
  return works.filter(({ authors }) => authors.some((name) => meant.has(name)));
}

function spanOf(before: string | undefined, after: string | undefined): string {
  return [after && `after ${after}`, before && `before ${before}`].filter(Boolean).join(" and ");
}

/** One name, several, or several with commas between, as they are typed. */
export function listOf(named: string | readonly string[] | undefined): readonly string[] {
  return (typeof named === "string" ? [named] : (named ?? []))
    .flatMap((one) => one.split(","))
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** The works, where one of them has the edition. Throws `unknown-witness`. */
export function checkWitness(works: readonly Work[], siglum: string | undefined): readonly Work[] {
  if (siglum === undefined || works.some((work) => work.witnesses.some((one) => one.siglum === siglum)))
    return works;
  const sigla = works.flatMap((work) => work.witnesses.map((one) => one.siglum));
  throw new QuothError("unknown-witness", `There is no edition "${siglum}" here.`, {
    remedy: `These are loaded: ${nameSome([...new Set(sigla)])}.`,
  });
}

/** The work that a comparison is about: the one named in the reference, or the only one. */
export function oneWork(works: readonly Work[], reference: string | undefined): Work {
  const named = reference === undefined ? undefined : parseReference(reference)?.work;
  const [work, ...more] = named === undefined ? works : pickWorks(works, { work: named });
  if (work && more.length === 0) return work;
  throw new QuothError("usage", "Several works are loaded, and none of them is named.", {
    remedy: `Name one with --work: ${nameSome(works.map((one) => one.id))}.`,
  });
}

/** The editions of a work that a scope names. */
export function witnessesOf(work: Work, siglum: string | undefined): Work["witnesses"][number][] {
  return work.witnesses.filter((witness) => siglum === undefined || witness.siglum === siglum);
}
