import { primaryLanguage } from "../edition/language.js";
import type { ModelIdentity } from "./embedder.js";
import { BUNDLED_MODELS } from "./fit-of.js";

/** What the bundled models were trained on; older English and Scots are near enough. */
const ENGLISH: ReadonlySet<string> = new Set(["en", "enm", "sco"]);

/**
 * Whether a model can search texts in a language. The bundled ones serve English; of another nobody knows, and whoever
 * chose it is believed.
 */
export function servesLanguage({ id }: Pick<ModelIdentity, "id">, language: string): boolean {
  return !BUNDLED_MODELS.some((bundled) => id.endsWith(bundled)) || ENGLISH.has(primaryLanguage(language));
}
