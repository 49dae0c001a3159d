import { QuothError } from "../../edition/quoth-error.js";
import type { ModelFiles } from "./model-files.js";

/** The error for a model that is there, but is not what it should be. */
export function damagedModel(
  files: Pick<ModelFiles, "id" | "dir">,
  what: string,
  cause?: unknown,
): QuothError {
  return new QuothError("model-damaged", `The embedding model ${files.id} ${what}.`, {
    remedy: `Restore the folder ${files.dir}: from version control, or delete it to have a hub model downloaded again.`,
    cause,
  });
}
