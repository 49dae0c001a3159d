import { cp, mkdtemp, realpath, rename, rm } from "node:fs/promises";
import path from "node:path";
import { QuothError } from "../../edition/quoth-error.js";
import { makeFolder } from "./make-folder.js";

/** Puts `staged` in the place of the corpus's folder: copied beside it first, then swapped by renames. */
export async function replaceFolder(corpus: string, folder: string, staged: string): Promise<void> {
  const target = path.join(corpus, folder);
  let aside: string | undefined;
  try {
    makeFolder(corpus);
    aside = await mkdtemp(path.join(corpus, ".quoth-import-"));
    await cp(staged, path.join(aside, "new"), { recursive: true });
    const place = await realpath(target).catch(() => target);
    await rename(place, path.join(aside, "old")).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    });
    await rename(path.join(aside, "new"), place);
  } catch (cause) {
    throw new QuothError("corpus-unwritable", `The work could not be written to ${target}.`, {
      remedy: "Make the corpus folder writable, or name another one with --corpus DIR.",
      data: { folder: target },
      cause,
    });
  } finally {
    if (aside !== undefined) await rm(aside, { recursive: true, force: true });
  }
}
