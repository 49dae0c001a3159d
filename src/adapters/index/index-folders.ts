import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";

/** The index folders of one corpus folder: whole ones, damaged ones, and what killed builds left; newest first. */
export async function earlierFolders(dataDir: string, prefix: string): Promise<readonly string[]> {
  const entries = await readdir(dataDir).catch((): string[] => []);
  const found = await Promise.all(
    entries
      .filter((entry) => entry.startsWith(prefix) && !isBeingBuilt(entry))
      .map(async (entry) => {
        const folder = path.join(dataDir, entry);
        const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: 0 }));
        return { folder, mtimeMs };
      }),
  );
  return found
    .sort((a, b) => b.mtimeMs - a.mtimeMs || (a.folder < b.folder ? -1 : 1))
    .map(({ folder }) => folder);
}

/**
 * Removes all of them but `keep`; not what another process is building now. What cannot be removed now, as files that
 * are open cannot be on some systems, is at the next change.
 */
export async function removeEarlier(dataDir: string, prefix: string, keep: string): Promise<void> {
  await remove((await earlierFolders(dataDir, prefix)).filter((folder) => path.basename(folder) !== keep));
}

/** Removes those older than `keep`: what a build left that was killed when it had only to clear them away. */
export async function removeOlder(dataDir: string, prefix: string, keep: string): Promise<void> {
  const folders = await earlierFolders(dataDir, prefix);
  const at = folders.findIndex((folder) => path.basename(folder) === keep);
  if (at >= 0) await remove(folders.slice(at + 1));
}

async function remove(folders: readonly string[]): Promise<void> {
  await Promise.all(
    folders.map((folder) => rm(folder, { recursive: true, force: true }).catch(() => undefined)),
  );
}

/** Whether `entry` of a data folder is the temporary folder of a process that still runs. */
export function isBeingBuilt(entry: string): boolean {
  const pid = /\.(\d+)\.[0-9a-f]+\.tmp$/.exec(entry)?.[1];
  if (pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
