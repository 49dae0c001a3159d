import { mkdirSync, statSync } from "node:fs";
import path from "node:path";

/**
 * Makes a folder, and those around it that are missing. Node's own recursive `mkdir` never comes to an end where a
 * file system says of a folder that is there that it is not, as Linux's /proc does.
 * @throws errors of the file system.
 */
export function makeFolder(folder: string): void {
  const around = path.dirname(folder);
  if (!isFolder(around) && around !== folder) makeFolder(around);
  try {
    mkdirSync(folder);
  } catch (error) {
    // It was there before, or another process was quicker.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
