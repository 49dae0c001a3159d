/** Stable codes: programs may branch on them, so none is ever renamed. */
export type ErrorCode =
  | "usage"
  | "bad-line"
  | "blank-question"
  | "unknown-work"
  | "unknown-witness"
  | "unknown-author"
  | "unknown-voice"
  | "not-found"
  | "corpus-missing"
  | "corpus-damaged"
  | "corpus-invalid"
  | "corpus-unwritable"
  | "model-missing"
  | "model-damaged"
  | "model-download"
  | "index-damaged"
  | "index-unwritable"
  | "publish-unwritable"
  | "native-module"
  | "settings"
  | "discord"
  | "database"
  | "internal";

interface Details {
  /** What the person can do about it: one sentence in the imperative. */
  readonly remedy: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** Every failure that quoth foresees: what went wrong, a stable code, the data, and what to do about it. */
export class QuothError extends Error {
  override readonly name = "QuothError";
  readonly remedy: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: ErrorCode,
    message: string,
    details: Details,
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.remedy = details.remedy;
    this.data = details.data ?? {};
  }
}
