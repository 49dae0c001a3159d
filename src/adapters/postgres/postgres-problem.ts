import { QuothError } from "../../edition/quoth-error.js";

const RIGHTS =
  "Give the user the right to make a schema there (GRANT CREATE ON DATABASE …), or make the schema quoth for it.";
const CREDENTIALS =
  "Check user and password in QUOTH_DATABASE_URL; signs other than letters and digits are percent-encoded there.";
const REACH = "Check host and port in QUOTH_DATABASE_URL, and whether the database runs and may be reached.";
const TLS = "Check sslmode in QUOTH_DATABASE_URL against what the server offers.";

/** What PostgreSQL's and Node's codes come to. https://www.postgresql.org/docs/15/errcodes-appendix.html */
const EXPLANATIONS: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  "28P01": ["does not accept the user or the password", CREDENTIALS],
  "28000": ["does not let this user in", CREDENTIALS],
  "3D000": ["has no database of that name", "Make it (CREATE DATABASE …), or correct QUOTH_DATABASE_URL."],
  "42501": ["does not allow this user what quoth needs", RIGHTS],
  "53300": ["has too many connections", "Try again later, or raise its max_connections."],
  "55P03": [
    "is being brought to a new form by another process that does not end",
    "Stop that one, then try again.",
  ],
  "57P03": ["is starting or stopping", "Try again in a moment."],
};

/** Why a database could not be used at the start, in plain words. The cause is left out: it may hold the password. */
export function postgresProblem(error: unknown, url: string): QuothError {
  if (error instanceof QuothError) return error;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : "";
  const [what, remedy] = EXPLANATIONS[code ?? ""] ?? explainOther(code, message);
  return new QuothError("database", `The database at ${placeOf(url)} ${what}.`, {
    remedy,
    data: code === undefined ? {} : { code },
  });
}

/** What fails while the bot runs: said to a user, so that neither host nor user is named. */
export function outOfReach(cause: unknown): QuothError {
  return new QuothError("database", "What I keep about servers is out of reach just now.", {
    remedy: "Please try again in a few minutes.",
    cause,
  });
}

function explainOther(code: string | undefined, message: string): readonly [string, string] {
  if (/password must be a string/.test(message)) return ["asks for a password", CREDENTIALS];
  if (/SSL|certificate/i.test(message) || /CERT|TLS/.test(code ?? ""))
    return ["cannot be spoken to over TLS as asked", TLS];
  if (/timeout/i.test(message)) return ["does not answer in time", REACH];
  return [`cannot be reached${code === undefined ? "" : ` (${code})`}`, REACH];
}

function codeOf(error: unknown): string | undefined {
  const { code } = (error instanceof Error ? error : {}) as { code?: unknown };
  return typeof code === "string" ? code : undefined;
}

/** Host and port of an address, without anything that is secret. */
function placeOf(url: string): string {
  return (URL.canParse(url) ? new URL(url).host : "") || "the local socket";
}
