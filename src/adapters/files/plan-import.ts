import type { ProposedWork } from "../../edition/import/propose-declaration.js";
import { slug } from "../../edition/import/slug.js";
import { isMarkedUp } from "../../edition/importers/importers.js";
import { QuothError } from "../../edition/quoth-error.js";
import { type DeclaredWork, findWork } from "./find-work.js";
import { BLOCKS_FILE, DECLARATION_FILE, REFERENCES_FILE } from "./read-corpus.js";
import type { SourceFile } from "./read-source.js";

/** What somebody says of the work that files are imported as; the rest is proposed. */
export interface ImportWishes {
  readonly id?: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly date?: string;
  readonly siglum?: string;
  readonly language?: string;
  /** The id of the work that the files are further editions of. */
  readonly witnessOf?: string;
  /** Numbers an existing work anew, rather than carrying its references. */
  readonly renumber?: boolean;
}

/** A file with what it will be called in its work. */
export interface PlannedWitness {
  readonly source: SourceFile;
  readonly siglum: string;
  /** Its name in the work's folder. */
  readonly file: string;
  /** Whether work.yaml has an entry for it already. */
  readonly again: boolean;
}

/** Which work files are to become. */
export interface ImportPlan {
  readonly folder: string;
  readonly existing?: DeclaredWork;
  readonly witnesses: readonly PlannedWitness[];
  readonly proposed: ProposedWork;
}

/**
 * Decides which work files belong to, what each is called there, and what is said of it.
 * @throws QuothError `usage` (an id that is another work's, no author), `unknown-work`.
 */
export function planImport(
  works: readonly DeclaredWork[],
  sources: readonly SourceFile[],
  wishes: ImportWishes,
): ImportPlan {
  const said = sources.map((one) => one.description);
  const title =
    wishes.title ?? said.find((one) => one.title !== undefined)?.title ?? stem(sources[0]?.name ?? "work");
  const wanted = wishes.witnessOf ?? wishes.id ?? (slug(title) || "work");
  const existing = findWork(works, wanted);
  if (wishes.witnessOf !== undefined && !existing)
    throw new QuothError("unknown-work", `There is no work "${wishes.witnessOf}".`, {
      remedy: `Name one of: ${works.map((one) => one.declaration.id).join(", ") || "(the corpus is empty)"}.`,
    });
  const taken = new Set(existing?.declaration.witnesses.map((one) => one.siglum.toLowerCase()) ?? []);
  const names = new Set([
    ...[DECLARATION_FILE, BLOCKS_FILE, REFERENCES_FILE],
    ...(existing?.declaration.witnesses.map((one) => one.file.toLowerCase()) ?? []),
  ]);
  const given = sources.length === 1 ? wishes.siglum : undefined;
  const witnesses = sources.map((source) => {
    const known = existing?.declaration.witnesses.find((one) =>
      given === undefined
        ? one.file === source.name || one.sha256 === source.sha256
        : one.siglum.toLowerCase() === given.toLowerCase(),
    );
    if (known) {
      refuseOtherMarkup(source, known.format);
      return { source, siglum: known.siglum, file: known.file, again: true };
    }
    const siglum = free(given ?? (slug(stem(source.name)) || "a"), taken);
    const file = names.has(source.name.toLowerCase()) ? `${siglum}-${source.name}` : source.name;
    names.add(file.toLowerCase());
    return { source, siglum, file, again: false };
  });
  const added = witnesses.filter((one) => !one.again);
  if (existing && wishes.witnessOf === undefined && added.length > 0)
    refuseTwin(existing, added[0]?.source.name ?? "");
  const authors =
    wishes.authors ?? [said.find((one) => one.author !== undefined)?.author ?? ""].filter(Boolean);
  if (!existing && authors.length === 0)
    throw new QuothError("usage", `${sources[0]?.file ?? "The file"} does not say who wrote it.`, {
      remedy: 'Say it: --author "Abraham Lincoln"',
    });
  const date = wishes.date ?? said.find((one) => one.date !== undefined)?.date;
  const addressee = said.find((one) => one.addressee !== undefined)?.addressee;
  const [levels] = said.map((one) => one.levels);
  return {
    folder: existing?.folder ?? wanted,
    ...(existing ? { existing } : {}),
    witnesses,
    proposed: {
      id: existing?.declaration.id ?? wanted,
      title,
      authors,
      ...(date === undefined ? {} : { date }),
      ...(addressee === undefined ? {} : { addressee }),
      ...(levels === undefined ? {} : { levels }),
    },
  };
}

/** A page does not take the place of a plain text: work.yaml says how the file is read. */
function refuseOtherMarkup({ file, format }: SourceFile, declared: string): void {
  if (format === declared || !(isMarkedUp(format) || isMarkedUp(declared))) return;
  throw new QuothError(
    "usage",
    `${file} looks like ${format}, and work.yaml says ${declared} of what it would replace.`,
    {
      remedy: `If it is ${declared} even so: --format ${declared}; else correct work.yaml, or import it as a further edition with --witness-of.`,
      data: { file, format, declared },
    },
  );
}

function refuseTwin({ declaration }: DeclaredWork, name: string): never {
  throw new QuothError(
    "usage",
    `The id "${declaration.id}" is that of another work: "${declaration.title}" by ${declaration.author.join(" and ")}, which has no file ${name}.`,
    {
      remedy: `Give this one another id with --id; or, if it is an edition of that work: --witness-of ${declaration.id}; or, if it replaces one: --siglum and its siglum.`,
      data: { id: declaration.id },
    },
  );
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, "");
}

function free(siglum: string, taken: Set<string>): string {
  let name = siglum;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${siglum}-${count}`;
  taken.add(name.toLowerCase());
  return name;
}
