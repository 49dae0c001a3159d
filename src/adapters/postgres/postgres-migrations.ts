/**
 * Each brings a database one version on; what has been released is never changed. Everything lies in a schema of its
 * own, so that quoth can share a database with others.
 */
export const POSTGRES_MIGRATIONS: readonly string[] = [
  "CREATE TABLE quoth.server_settings (server text PRIMARY KEY, settings jsonb NOT NULL)",
  `CREATE TABLE quoth.feedback (
     number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, question text NOT NULL, reference text NOT NULL,
     witness text NOT NULL, hash text NOT NULL, verdict text NOT NULL
   )`,
];
