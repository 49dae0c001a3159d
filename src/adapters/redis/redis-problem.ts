import { QuothError } from "../../edition/quoth-error.js";

const CREDENTIALS =
  "Check user and password in QUOTH_REDIS_URL; signs other than letters and digits are percent-encoded there.";
const REACH = "Check host and port in QUOTH_REDIS_URL, and whether Redis runs and may be reached.";

/** Why Redis could not be used at the start, in plain words. The cause is left out: it may hold the password. */
export function redisProblem(error: unknown, url: string): QuothError {
  const { message, code } = (error instanceof Error ? error : { message: "" }) as {
    message: string;
    code?: unknown;
  };
  const [what, remedy] = explain(message, typeof code === "string" ? code : undefined);
  const place = URL.canParse(url) ? new URL(url).host : "that address";
  return new QuothError("database", `Redis at ${place} ${what}.`, {
    remedy,
    data: typeof code === "string" ? { code } : {},
  });
}

function explain(message: string, code: string | undefined): readonly [string, string] {
  if (/^(?:WRONGPASS|ERR invalid password|ERR AUTH)/.test(message))
    return ["does not accept the user or the password", CREDENTIALS];
  if (/^NOAUTH|without any password/.test(message)) return ["asks for a password", CREDENTIALS];
  if (/^NOPERM/.test(message))
    return [
      "does not allow this user what quoth needs",
      "Allow it EVAL, SET, INCRBY, PTTL, EXPIRE and PING.",
    ];
  if (/^LOADING/.test(message)) return ["is starting", "Try again in a moment."];
  if (/DB index/.test(message)) return ["has no database of that number", REACH];
  if (/timed? ?out/i.test(message)) return ["does not answer in time", REACH];
  return [`cannot be reached${code === undefined ? "" : ` (${code})`}`, REACH];
}
