/** Each brings a database one version on; what has been released is never changed. */
export const MIGRATIONS: readonly string[] = [
  "CREATE TABLE server_settings (server TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT, WITHOUT ROWID",
  `CREATE TABLE feedback (
     number INTEGER PRIMARY KEY, question TEXT NOT NULL, reference TEXT NOT NULL, witness TEXT NOT NULL,
     hash TEXT NOT NULL, verdict TEXT NOT NULL
   ) STRICT`,
];
