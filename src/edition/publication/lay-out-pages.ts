import type { Passage } from "../passage.js";
import type { Witness } from "../work.js";

/** Passages of the text on one page. Numbered works turn the page at 201, 401 …, so that addresses outlive additions. */
export const PASSAGES_ON_A_PAGE = 200;

/** A page of an edition: its passages in file order, whatever their layer. */
export interface Page {
  /** "" for the first page, else the number or the division that the page begins with: "201", "3.1". */
  readonly name: string;
  readonly passages: readonly Passage[];
}

export interface Layout {
  readonly pages: readonly [Page, ...Page[]];
  /** The page on which a passage stands, by its path. */
  readonly pageOf: ReadonlyMap<string, Page>;
}

const known = new WeakMap<Witness, Layout>();

/**
 * Divides an edition into pages. Up to 200 passages of text are one page. A work without divisions turns the page by
 * the numbers of its paragraphs; one with divisions (acts, chapters) at the outermost division that fits on a page,
 * and within longer ones by count. Notes stand where their sign stands, headings with what follows them.
 */
export function layOutPages(witness: Witness): Layout {
  const laidOut = known.get(witness) ?? layOut(witness.passages);
  known.set(witness, laidOut);
  return laidOut;
}

function layOut(passages: readonly Passage[]): Layout {
  const texts = passages.filter(({ layer }) => layer === "text");
  const isDivided = texts.some((passage) => divisionOf(passage).length > 0);
  const names = isDivided
    ? texts.length <= PASSAGES_ON_A_PAGE
      ? texts.map(() => "")
      : namesByDivision(texts)
    : namesByNumber(texts);
  const nameOf = new Map(texts.map((passage, at) => [passage, names[at] as string]));
  placeOthers(passages, nameOf);

  const grouped = new Map<string, Passage[]>([["", []]]);
  for (const passage of passages) {
    const name = nameOf.get(passage) ?? "";
    const page = grouped.get(name);
    if (page) page.push(passage);
    else grouped.set(name, [passage]);
  }
  const pages = [...grouped].map(([name, own]): Page => ({ name, passages: own }));
  return {
    pages: pages as unknown as Layout["pages"],
    pageOf: new Map(pages.flatMap((page) => page.passages.map(({ path }) => [path, page] as const))),
  };
}

/** The divisions around a passage: as its importer says, else the levels above its own in its path. */
export function divisionOf({ division, path }: Passage): readonly string[] {
  return division ?? (/^\d+[a-z]*(?:\.\d+[a-z]*)+$/i.test(path) ? path.split(".").slice(0, -1) : []);
}

function namesByNumber(texts: readonly Passage[]): readonly string[] {
  const numbers = texts.map(({ path }) => Number(/^\d+/.exec(path)?.[0] ?? Number.NaN));
  let first = 1;
  return texts.map((_, at) => {
    const own = numbers[at] as number;
    const next = numbers.slice(at + 1, at + 4).find((number) => !Number.isNaN(number)) ?? own;
    // A single paragraph that this edition has in another place does not turn the page.
    if (Math.min(own, next) >= first + PASSAGES_ON_A_PAGE)
      first = Math.floor((Math.min(own, next) - 1) / PASSAGES_ON_A_PAGE) * PASSAGES_ON_A_PAGE + 1;
    return first === 1 ? "" : String(first);
  });
}

/** By the outermost level at which a division fits on a page; what stands outside the divisions is the first page's. */
function namesByDivision(texts: readonly Passage[], depth = 0): readonly string[] {
  const names: string[] = [];
  for (let from = 0; from < texts.length;) {
    const label = divisionOf(texts[from] as Passage)[depth];
    let to = from + 1;
    while (to < texts.length && divisionOf(texts[to] as Passage)[depth] === label) to += 1;
    const group = texts.slice(from, to);
    const above = divisionOf(texts[from] as Passage).slice(0, label === undefined ? depth : depth + 1);
    if (group.length <= PASSAGES_ON_A_PAGE) names.push(...group.map(() => above.join(".")));
    else if (label !== undefined) names.push(...namesByDivision(group, depth + 1));
    else
      names.push(
        ...group.map((_, at) => {
          const part = Math.floor(at / PASSAGES_ON_A_PAGE) + 1;
          return above.join(".") + (part === 1 ? "" : `,${part}`);
        }),
      );
    from = to;
  }
  return names;
}

/** Gives notes the page of their sign, headings and the like that of the text behind them, the rest that before them. */
function placeOthers(passages: readonly Passage[], nameOf: Map<Passage, string>): void {
  const signs = new Map<string, string>();
  for (const [passage, name] of nameOf)
    for (const { label } of passage.markers) if (!signs.has(label)) signs.set(label, name);
  let before = "";
  const waiting: Passage[] = [];
  for (const passage of passages) {
    const own = nameOf.get(passage);
    if (own !== undefined) {
      waiting.splice(0).forEach((one) => nameOf.set(one, own));
      before = own;
    } else if (passage.layer === "note") nameOf.set(passage, signs.get(passage.label ?? "") ?? before);
    else waiting.push(passage);
  }
  waiting.forEach((one) => nameOf.set(one, before));
}
