import Database from "better-sqlite3";
import path from "node:path";
import { QuothError } from "../../edition/quoth-error.js";
import { makeFolder } from "../files/make-folder.js";
import { MIGRATIONS } from "./migrations.js";

/** How long a writer waits for another process, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens the bot's database (made where there is none), in write-ahead mode, at the newest form.
 * @throws QuothError `database` where the file cannot be used, or is of a newer version of quoth.
 */
export function openDatabase(file: string): Database.Database {
  try {
    if (file !== ":memory:") makeFolder(path.dirname(file));
    const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = NORMAL");
    // What is forgotten is overwritten, not merely unlinked.
    database.pragma("secure_delete = ON");
    migrate(database, file);
    return database;
  } catch (cause) {
    if (cause instanceof QuothError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new QuothError("database", `The bot's database ${file} cannot be used: ${why}.`, {
      remedy: "Set QUOTH_DATABASE to a file that the bot may write, or move the damaged one away.",
      cause,
    });
  }
}

function migrate(database: Database.Database, file: string): void {
  const version = Number(database.pragma("user_version", { simple: true }));
  if (version > MIGRATIONS.length) {
    throw new QuothError("database", `${file} was written by a newer version of quoth.`, {
      remedy: "Update quoth, or set QUOTH_DATABASE to another file.",
      data: { version, known: MIGRATIONS.length },
    });
  }
  // One transaction: several processes may start at once, and none shall see half a migration.
  database
    .transaction(() => {
      const from = Number(database.pragma("user_version", { simple: true }));
      for (const [index, statement] of MIGRATIONS.entries()) if (index >= from) database.exec(statement);
      database.pragma(`user_version = ${MIGRATIONS.length}`);
    })
    .immediate();
}
