import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { freePort } from "./free-port.js";
import { type ServiceProcess, runService } from "./service-process.js";

/** With signs that an address needs percent-encoded. */
export const PASSWORD = "geheim/wort@mit:zeichen";

interface ThrowAwayPostgres extends ServiceProcess {
  readonly port: number;
  /** The address of a new, empty database. */
  database(): Promise<string>;
  remove(): Promise<void>;
}

/** PostgreSQL on loopback, with a data folder that goes with it. It refuses root, who lends it another user. */
export async function startPostgres(): Promise<ThrowAwayPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), "quoth-postgres-"));
  const owner = process.getuid?.() === 0 ? ownerOf("postgres", "nobody") : undefined;
  const passwords = path.join(folder, "password");
  writeFileSync(passwords, PASSWORD);
  if (owner) for (const each of [folder, passwords]) chownSync(each, owner.uid, owner.gid);
  const data = path.join(folder, "data");
  const programs = programFolder();
  execFileSync(
    path.join(programs, "initdb"),
    ["-D", data, "-U", "quoth", "-A", "scram-sha-256", `--pwfile=${passwords}`, "-E", "UTF8", "-N"],
    { stdio: "pipe", cwd: folder, ...(owner ?? {}) },
  );
  const port = await freePort();
  const args = ["-D", data, "-h", "127.0.0.1", "-p", String(port), "-k", folder, "-F"];
  const service = await runService({
    command: path.join(programs, "postgres"),
    args,
    ...(owner ? { owner } : {}),
    ready: /ready to accept connections/,
  });
  const address = (name: string): string =>
    `postgres://quoth:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${name}`;
  let made = 0;
  return {
    ...service,
    port,
    async database() {
      const name = `quoth_${(made += 1)}`;
      await asked(address("postgres"), `CREATE DATABASE ${name}`);
      return address(name);
    },
    async remove() {
      await service.stop("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs statements over a connection of their own. */
export async function asked(url: string, statements: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statements)).rows;
  } finally {
    await client.end();
  }
}

/** Debian keeps each version's programs in a folder of its own, out of PATH. */
function programFolder(): string {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => path.join(root, version, "bin"))
    .find((bin) => existsSync(path.join(bin, "initdb")));
  if (found !== undefined) return found;
  try {
    return execFileSync("pg_config", ["--bindir"], { encoding: "utf8" }).trim();
  } catch {
    throw new Error("PostgreSQL is not installed. On Debian: apt-get install postgresql");
  }
}

function ownerOf(...names: readonly string[]): { uid: number; gid: number } {
  for (const name of names) {
    try {
      const id = (flag: string): number =>
        Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      continue;
    }
  }
  throw new Error(`there is none of these users: ${names.join(", ")}`);
}
