import { randomUUID } from "node:crypto";
import { mkdir, realpath, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { QuothError } from "../../edition/quoth-error.js";
import { makeFolder } from "../files/make-folder.js";
import { hashOf, type OwnFiles, ownFiles, refuseForeign } from "./own-files.js";
import { MARKER_FILE, type SiteMarker } from "./site-marker.js";

/** A file to be written: its name below the folder, with forward slashes. */
interface SiteFile {
  readonly name: string;
  readonly content: string;
}

/** What became of the files of a site. */
export interface SiteReport {
  readonly files: number;
  readonly bytes: number;
  /** Written for the first time, or with other bytes than before. */
  readonly changed: number;
  readonly removed: number;
}

/**
 * Writes a site into `folder`: first whole into a new folder beside it, so that a full disk or a fault in a page leaves
 * what was published as it was. A first publication then comes up by one rename; a later one file by file, so that
 * no reader meets half a page, and other people's files stay where they are. Files that an earlier publication wrote
 * and this one did not are deleted; nothing else ever is.
 * @throws QuothError `usage` as `ownFiles` does; `publish-unwritable` where writing failed.
 */
export async function writeSite(folder: string, files: Iterable<SiteFile>): Promise<SiteReport> {
  const target = await realpath(folder).catch(() => path.resolve(folder));
  const before = await ownFiles(target);
  try {
    const fresh = await makeStaging(target);
    try {
      const { hashes, bytes } = await writeAll(fresh, files);
      await refuseForeign(target, hashes.keys(), before);
      return {
        files: hashes.size,
        bytes,
        ...(await (before.isEmpty ? bringUp : bringIn)(target, fresh, before, hashes)),
      };
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  } catch (cause) {
    // A fault of the file system names the call that failed; any other is ours.
    if (!(cause instanceof Error && "syscall" in cause)) throw cause;
    throw new QuothError("publish-unwritable", `The site cannot be written to ${target}: ${cause.message}.`, {
      remedy: "Make room, or name a folder that may be written to.",
      cause,
    });
  }
}

/** A new folder on the disk of `target`: beside it, or inside it where it is mounted or what is around it is not ours. */
async function makeStaging(target: string): Promise<string> {
  const name = `.quoth-${randomUUID()}`;
  const around = path.dirname(target);
  makeFolder(around);
  const own = await stat(target).catch(() => undefined);
  const beside = path.join(around, `.${path.basename(target)}${name}`);
  if (!own || own.dev === (await stat(around)).dev) {
    try {
      await mkdir(beside);
      return beside;
    } catch (error) {
      if (!own) throw error;
    }
  }
  await mkdir(path.join(target, name));
  return path.join(target, name);
}

async function writeAll(
  fresh: string,
  files: Iterable<SiteFile>,
): Promise<{ readonly hashes: Map<string, string>; readonly bytes: number }> {
  const hashes = new Map<string, string>();
  let bytes = 0;
  for (const { name, content } of files) {
    const data = Buffer.from(content, "utf8");
    await mkdir(path.join(fresh, path.dirname(name)), { recursive: true });
    await writeFile(path.join(fresh, name), data);
    hashes.set(name, hashOf(data));
    bytes += data.length;
  }
  return { hashes, bytes };
}

type Moved = Pick<SiteReport, "changed" | "removed">;

/** A first publication: all at once. */
async function bringUp(
  target: string,
  fresh: string,
  _before: OwnFiles,
  hashes: ReadonlyMap<string, string>,
): Promise<Moved> {
  if (path.dirname(fresh) === target) return bringIn(target, fresh, _before, hashes);
  await writeMarker(fresh, hashes);
  await rmdir(target).catch(() => undefined);
  await rename(fresh, target);
  return { changed: hashes.size, removed: 0 };
}

/** A later one: what changed, file by file; a kill leaves whole pages, old and new, and a marker that knows both. */
async function bringIn(
  target: string,
  fresh: string,
  { files }: OwnFiles,
  hashes: ReadonlyMap<string, string>,
): Promise<Moved> {
  const both = [...new Set([...files.keys(), ...hashes.keys()])].map((name): [string, string[]] => {
    const known = [files.get(name), hashes.get(name)].filter((hash) => hash !== undefined);
    return [name, [...new Set(known)]];
  });
  await writeMarker(target, new Map(both.filter(([, known]) => known.length > 0)));
  const changed = [...hashes].filter(([name, hash]) => files.get(name) !== hash);
  for (const [name] of changed) {
    await mkdir(path.join(target, path.dirname(name)), { recursive: true });
    await rename(path.join(fresh, name), path.join(target, name));
  }
  const gone = [...files.keys()].filter((name) => !hashes.has(name));
  for (const name of gone) await rm(path.join(target, name), { force: true });
  await removeEmpty(target, gone);
  await writeMarker(target, hashes);
  return { changed: changed.length, removed: gone.length };
}

/** Sorted, so that the same site has the same marker. */
async function writeMarker(
  folder: string,
  files: ReadonlyMap<string, string | readonly string[]>,
): Promise<void> {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const listed = sorted.map(([name, hash]): [string, string | string[]] => [
    name,
    typeof hash === "string" ? hash : [...hash],
  ]);
  const marker: SiteMarker = { version: 1, generator: "quoth publish", files: Object.fromEntries(listed) };
  const file = path.join(folder, MARKER_FILE);
  await writeFile(`${file}.new`, `${JSON.stringify(marker, null, 1)}\n`);
  await rename(`${file}.new`, file);
}

/** Folders in which nothing is left; one that holds anything of anybody's stays. */
async function removeEmpty(target: string, gone: readonly string[]): Promise<void> {
  const folders = new Set(
    gone.flatMap((name) => {
      const parts = name.split("/").slice(0, -1);
      return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
    }),
  );
  for (const folder of [...folders].sort((a, b) => b.length - a.length))
    await rmdir(path.join(target, folder)).catch(() => undefined);
}
