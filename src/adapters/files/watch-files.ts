import { statSync } from "node:fs";

/** What tells a file apart from what it was: size, times and inode; contents are read again only when these differ. */
export type Stamps = ReadonlyMap<string, string>;

/** The stamps of these files; a missing one has the stamp "missing". */
export function stampFiles(files: readonly string[]): Stamps {
  return new Map(files.map((file) => [file, stampOf(file)]));
}

/** Whether any of the files is no longer what it was. */
export function haveChanged(stamps: Stamps): boolean {
  return [...stamps].some(([file, stamp]) => stampOf(file) !== stamp);
}

function stampOf(file: string): string {
  // Synchronous on purpose: a stat of a few files takes microseconds, a turn of the thread pool a hundred.
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.size}:${found.mtimeNs}:${found.ctimeNs}:${found.ino}` : "missing";
}
