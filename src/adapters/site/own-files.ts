import { createHash } from "node:crypto";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { QuothError } from "../../edition/quoth-error.js";
import { MARKER_FILE, siteMarkerSchema } from "./site-marker.js";

/** The most names that a message lists. */
const NAMED = 5;

/** What quoth wrote into a folder before. */
export interface OwnFiles {
  /** Whether anything at all stands in the folder. */
  readonly isEmpty: boolean;
  /** Every file that the marker names, with the hash of what is there now; undefined for one that is gone. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

/**
 * Reads what quoth wrote into `folder`, and holds every file of it against its hash.
 * @throws QuothError `usage` where something stands there and quoth did not write it, or somebody changed what it
 * wrote since: that is theirs by now.
 */
export async function ownFiles(folder: string): Promise<OwnFiles> {
  const found = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new QuothError("usage", `${folder} is no folder that can be read.`, {
      remedy: "Name a folder for the pages; it is made where there is none.",
      cause: error,
    });
  });
  if (found.length === 0) return { isEmpty: true, files: new Map() };
  const marked = await readMarker(folder);
  const files = new Map<string, string | undefined>();
  const changed: string[] = [];
  const straight = new Map<string, boolean>();
  for (const [name, hashes] of marked) {
    const file = path.join(folder, name);
    const data = await readFile(file).catch(() => undefined);
    const hash = data && hashOf(data);
    files.set(name, hash);
    if (hash === undefined) continue;
    // A folder that leads elsewhere holds nothing of ours.
    const parent = path.dirname(file);
    const isStraight = straight.get(parent) ?? (await realpath(parent)) === parent;
    straight.set(parent, isStraight);
    if (!isStraight || !hashes.includes(hash)) changed.push(name);
  }
  if (changed.length > 0)
    refuse(`In ${folder} somebody has changed what quoth wrote: ${list(changed)}.`, changed);
  return { isEmpty: false, files };
}

/** @throws QuothError `usage` where one of `names` stands in `folder` and is not among quoth's own. */
export async function refuseForeign(
  folder: string,
  names: Iterable<string>,
  { files }: OwnFiles,
): Promise<void> {
  const foreign: string[] = [];
  for (const name of names)
    if (!files.has(name) && (await stat(path.join(folder, name)).catch(() => undefined))) foreign.push(name);
  if (foreign.length > 0)
    refuse(`In ${folder} stand files that quoth did not write: ${list(foreign)}.`, foreign);
}

export function hashOf(data: Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

async function readMarker(folder: string): Promise<readonly (readonly [string, readonly string[]])[]> {
  const text = await readFile(path.join(folder, MARKER_FILE), "utf8").catch(() => undefined);
  if (text === undefined) {
    throw new QuothError("usage", `${folder} is not empty, and quoth has not written it.`, {
      remedy: "Name a new folder, an empty one, or one that quoth publish wrote before.",
    });
  }
  try {
    const { files } = siteMarkerSchema.parse(JSON.parse(text));
    return Object.entries(files).map(([name, hash]) => [name, [hash].flat()]);
  } catch (cause) {
    throw new QuothError("usage", `${path.join(folder, MARKER_FILE)} is damaged.`, {
      remedy: "Name a new folder; what quoth wrote into this one can no longer be told.",
      cause,
    });
  }
}

function refuse(message: string, files: readonly string[]): never {
  throw new QuothError("usage", message, {
    remedy: "Move these files away, or name another folder.",
    data: { files },
  });
}

function list(names: readonly string[]): string {
  const more = names.length - NAMED;
  return names.slice(0, NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
