import { alignWitnesses } from "./align-witnesses.js";
import { applyCorrections, type BlockRow } from "./import/corrections.js";
import { checkCoverage } from "./check-coverage.js";
import { type FormatName, importers } from "./importers/importers.js";
import { numberPassages } from "./number-passages.js";
import type { Block, Importer } from "./block.js";
import type { Passage } from "./passage.js";
import { type PinnedReferences, pinPassages, unpinPassages } from "./pinned-references.js";
import { QuothError } from "./quoth-error.js";
import type { OriginalFile, Witness, Work } from "./work.js";
import type { WitnessDeclaration, WorkDeclaration } from "./work-declaration.js";

/** A witness text as read: its characters, the hash of its bytes in UTF-8, its file relative to the corpus folder. */
export interface WitnessFile {
  readonly text: string;
  readonly sha256: string;
  readonly path: string;
  /** Where the text was taken out of another file: that file, and what was found in it unless references are pinned. */
  readonly original?: OriginalFile;
  readonly blocks?: readonly Block[];
  /** What blocks.yaml says of its blocks. */
  readonly corrections?: readonly BlockRow[];
}

/**
 * Builds a work from its declaration and its files (one for each witness, in order): every witness read by
 * its importer, aligned with the first, and held to full coverage; or, where `pinned` references are given,
 * segmented exactly as they say.
 * @throws QuothError `corpus-invalid` (a character without a layer), `corpus-damaged` (not the text that was
 * declared or pinned).
 */
export function assembleWork(
  declaration: WorkDeclaration,
  files: readonly WitnessFile[],
  pinned?: PinnedReferences,
): Work {
  const witnesses: Witness[] = [];
  declaration.witnesses.forEach((declared, at) => {
    const file = files[at] as WitnessFile;
    checkDeclaredHash(declared, file);
    const passages = pinned
      ? pinnedPassages(declared, file, pinned)
      : segment(declaration, declared, file, witnesses[0]);
    checkCoverage(file.path, file.text, passages);
    const { sha256: _declared, ...described } = declared;
    const { blocks: _blocks, corrections: _corrections, ...read } = file;
    witnesses.push({ ...described, ...read, passages });
  });
  const { id, title, type, author, addressee, date, language, levels } = declaration;
  return {
    id,
    title,
    authors: author,
    ...(type === undefined ? {} : { type }),
    ...(addressee === undefined ? {} : { addressee }),
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { language }),
    ...(levels === undefined ? {} : { levels }),
    witnesses: witnesses as unknown as Work["witnesses"],
    pinned: pinned !== undefined,
  };
}

/** What `references.json` of a work says. */
export function pinWork(work: Work): PinnedReferences {
  return {
    version: 1,
    witnesses: Object.fromEntries(
      work.witnesses.map(({ siglum, sha256, passages }) => [
        siglum,
        { sha256, passages: pinPassages(passages) },
      ]),
    ),
  };
}

function segment(
  { author, levels }: WorkDeclaration,
  declared: WitnessDeclaration,
  { text, path, blocks: extracted, corrections }: WitnessFile,
  base: Witness | undefined,
): readonly Passage[] {
  const found =
    extracted ?? importOwnText(declared.format)(text, { authors: author, file: path, rules: declared });
  const blocks = corrections ? applyCorrections(text, found, corrections).blocks : found;
  const passages = numberPassages(text, blocks, declared.language, levels);
  return base ? alignWitnesses(base, { text, passages, language: declared.language }, levels) : passages;
}

function importOwnText(format: FormatName): Importer {
  if (format in importers) return importers[format as keyof typeof importers];
  throw new QuothError("internal", `A text of the format "${format}" came without what was found in it.`, {
    remedy: "Report it.",
  });
}

function pinnedPassages(
  declared: WitnessDeclaration,
  file: WitnessFile,
  pinned: PinnedReferences,
): readonly Passage[] {
  const entry = pinned.witnesses[declared.siglum];
  if (entry?.sha256 === file.sha256) return unpinPassages(entry.passages);
  const what = entry
    ? "is not the text that its references were written for"
    : "has no references yet, the other witnesses have";
  throw new QuothError("corpus-damaged", `${file.path} (${declared.siglum}) ${what}.`, {
    remedy: "Restore the file; or, if the change is meant, write the references anew with: quoth build --pin",
    data: { file: file.path, found: file.sha256, pinned: entry?.sha256 },
  });
}

function checkDeclaredHash(declared: WitnessDeclaration, file: WitnessFile): void {
  const { path, sha256 } = file.original ?? file;
  if (declared.sha256 === undefined || declared.sha256 === sha256) return;
  throw new QuothError(
    "corpus-damaged",
    `${path} is not the file that work.yaml declares (its sha256 differs).`,
    {
      remedy: "Restore the file from its edition; or, if the change is meant, correct sha256 in work.yaml.",
      data: { file: path, expected: declared.sha256, found: sha256 },
    },
  );
}
