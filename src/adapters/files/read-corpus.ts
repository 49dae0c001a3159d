import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { assembleWork, type WitnessFile } from "../../edition/assemble-work.js";
import { parseDeclaration } from "../../edition/parse-declaration.js";
import { type PinnedReferences, pinnedReferencesSchema } from "../../edition/pinned-references.js";
import { QuothError } from "../../edition/quoth-error.js";
import type { Work } from "../../edition/work.js";

export const DECLARATION_FILE = "work.yaml";
export const REFERENCES_FILE = "references.json";
/** Larger witness files are refused rather than read into memory, bytes. */
const LARGEST_WITNESS = 200 * 1024 * 1024;

/** The folder of each work below `corpus`, by name. */
export async function listWorkFolders(corpus: string): Promise<readonly string[]> {
  const entries = await readdir(corpus, { withFileTypes: true }).catch((cause: unknown) => {
    throw missing(`There is no corpus folder at ${corpus}.`, cause);
  });
  const folders: string[] = [];
  for (const entry of entries.filter((one) => one.isDirectory() || one.isSymbolicLink())) {
    if (await exists(path.join(corpus, entry.name, DECLARATION_FILE))) folders.push(entry.name);
  }
  if (folders.length === 0)
    throw missing(`No work in ${corpus}: no folder there holds a ${DECLARATION_FILE}.`);
  return folders.sort();
}

/**
 * Reads every work of a corpus folder, in order of the folders' names.
 * @param options.repin reads past the pinned references, to write them anew.
 * @throws QuothError `corpus-missing`, `corpus-invalid` or `corpus-damaged`, with file and line where there is one.
 */
export async function readCorpus(
  corpus: string,
  options: { readonly repin?: boolean } = {},
): Promise<readonly Work[]> {
  const folders = await listWorkFolders(corpus);
  const works = await Promise.all(folders.map((folder) => readWork(corpus, folder, options.repin ?? false)));
  const seen = new Map<string, string>();
  works.forEach((work, at) => {
    const twin = seen.get(work.id.toLowerCase());
    const folder = folders[at] as string;
    if (twin !== undefined) {
      throw new QuothError(
        "corpus-invalid",
        `${folder}/${DECLARATION_FILE}: the id "${work.id}" is that of ${twin}, too.`,
        {
          remedy: "Give one of the two works another id.",
        },
      );
    }
    seen.set(work.id.toLowerCase(), folder);
  });
  return works;
}

async function readWork(corpus: string, folder: string, repin: boolean): Promise<Work> {
  const name = `${folder}/${DECLARATION_FILE}`;
  const declaration = parseDeclaration(name, decode(name, await readFile(path.join(corpus, name))));
  const files = await Promise.all(
    declaration.witnesses.map((witness) => readWitness(corpus, `${folder}/${witness.file}`)),
  );
  return assembleWork(
    declaration,
    files,
    repin ? undefined : await readPinned(corpus, `${folder}/${REFERENCES_FILE}`),
  );
}

async function readWitness(corpus: string, file: string): Promise<WitnessFile> {
  const absolute = path.join(corpus, file);
  const found = await stat(absolute).catch((cause: unknown) => {
    throw missing(`The witness file ${file} is missing.`, cause);
  });
  if (!found.isFile()) throw missing(`The witness ${file} is no file.`);
  const { size } = found;
  if (size > LARGEST_WITNESS) {
    throw new QuothError("corpus-invalid", `${file} is larger than ${LARGEST_WITNESS / 1024 / 1024} MiB.`, {
      remedy: "Split it into several works.",
    });
  }
  const bytes = await readFile(absolute);
  return { text: decode(file, bytes), sha256: createHash("sha256").update(bytes).digest("hex"), path: file };
}

async function readPinned(corpus: string, file: string): Promise<PinnedReferences | undefined> {
  const absolute = path.join(corpus, file);
  if (!(await exists(absolute))) return undefined;
  try {
    return pinnedReferencesSchema.parse(JSON.parse(await readFile(absolute, "utf8")));
  } catch (cause) {
    throw new QuothError("corpus-damaged", `${file} is damaged.`, {
      remedy: "Restore it from version control, or write the references anew with: quoth build --pin",
      cause,
    });
  }
}

/** UTF-8, strictly; a byte-order mark stays a character, so that offsets are those of the decoded file. */
function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new QuothError("corpus-invalid", `${file} is not UTF-8.`, { remedy: "Save it as UTF-8.", cause });
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

function missing(message: string, cause?: unknown): QuothError {
  return new QuothError("corpus-missing", message, {
    remedy: "Name the folder with --corpus DIR; README, 'A source of your own', says what it holds.",
    cause,
  });
}
