import type { Pool, PoolClient } from "pg";
import { QuothError } from "../../edition/quoth-error.js";
import { POSTGRES_MIGRATIONS } from "./postgres-migrations.js";

/** Any number will do that no other program's advisory lock in the same database has: "quoth" in ASCII. */
const MIGRATION_LOCK = 0x71_75_6f_74_68;
/** How long a process waits for another one that is migrating, in milliseconds. */
const LOCK_TIMEOUT_MS = 30_000;

/**
 * Brings a database to the newest form. Several processes may start at once: one of them does it, in one transaction,
 * the others wait.
 * @throws QuothError `database` where it is of a newer version of quoth, else what `pg` throws.
 */
export async function migratePostgres(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await client.query("SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
    await bringOn(client);
    await client.query("COMMIT");
    client.release();
  } catch (error) {
    // The connection goes, and the transaction with it.
    client.release(true);
    throw error;
  }
}

async function bringOn(client: PoolClient): Promise<void> {
  // "IF NOT EXISTS" asks for the right to make schemas even where there is one already.
  const schema = await client.query("SELECT 1 FROM pg_namespace WHERE nspname = 'quoth'");
  if (schema.rowCount === 0) await client.query("CREATE SCHEMA quoth");
  const table = await client.query("SELECT to_regclass('quoth.version') IS NOT NULL AS exists");
  if ((table.rows as { exists: boolean }[])[0]?.exists !== true) {
    await client.query("CREATE TABLE quoth.version (version integer NOT NULL)");
    await client.query("INSERT INTO quoth.version VALUES (0)");
  }
  const { rows } = await client.query<{ version: number }>("SELECT version FROM quoth.version");
  const version = rows[0]?.version ?? 0;
  const known = POSTGRES_MIGRATIONS.length;
  if (version > known) {
    throw new QuothError("database", "The database was written by a newer version of quoth.", {
      remedy: "Update quoth, or set QUOTH_DATABASE_URL to another database.",
      data: { version, known },
    });
  }
  if (version === known) return;
  for (const statement of POSTGRES_MIGRATIONS.slice(version)) await client.query(statement);
  await client.query("UPDATE quoth.version SET version = $1", [known]);
}
