import { type ErrorCode, QuothError } from "../edition/quoth-error.js";

/** The contract's exit codes. */
export const EXIT = { ok: 0, no: 1, usage: 2, damaged: 3, outside: 4 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const CODES: Readonly<Record<ErrorCode, ExitCode>> = {
  usage: EXIT.usage,
  "bad-line": EXIT.usage,
  "blank-question": EXIT.usage,
  "unknown-work": EXIT.usage,
  "unknown-witness": EXIT.usage,
  "unknown-author": EXIT.usage,
  "unknown-voice": EXIT.usage,
  settings: EXIT.usage,
  "not-found": EXIT.no,
  "corpus-missing": EXIT.damaged,
  "corpus-damaged": EXIT.damaged,
  "corpus-invalid": EXIT.damaged,
  "model-missing": EXIT.damaged,
  "model-damaged": EXIT.damaged,
  "index-damaged": EXIT.damaged,
  "native-module": EXIT.damaged,
  "corpus-unwritable": EXIT.outside,
  "model-download": EXIT.outside,
  "index-unwritable": EXIT.outside,
  "publish-unwritable": EXIT.outside,
  discord: EXIT.outside,
  database: EXIT.outside,
  internal: EXIT.damaged,
};

export function exitCodeOf(error: unknown): ExitCode {
  return error instanceof QuothError ? CODES[error.code] : EXIT.damaged;
}

/** What went wrong and what to do about it, without a stack trace. */
export function describeError(error: unknown): {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
} {
  if (error instanceof QuothError) return { code: error.code, message: error.message, remedy: error.remedy };
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: "internal",
    message: `Something went wrong inside quoth: ${message}`,
    remedy: "Run: quoth doctor; if that finds nothing, report it.",
  };
}
