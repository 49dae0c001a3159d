import { stat } from "node:fs/promises";
import { QuothError } from "../../edition/quoth-error.js";

export function corpusMissing(message: string, cause?: unknown): QuothError {
  return new QuothError("corpus-missing", message, {
    remedy: "Name the folder with --corpus DIR; README, 'A source of your own', says what it holds.",
    cause,
  });
}

/** Whether there is a file of this name. */
export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
