import { primaryLanguage } from "../edition/language.js";
import type { ModelIdentity } from "./embedder.js";

/** What the bundled model was trained on; older English and Scots are near enough. */
const BUNDLED = "all-MiniLM-L6-v2";
const ENGLISH: ReadonlySet<string> = new Set(["en", "enm", "sco"]);

/**
 * Whether a model can search texts in a language. The bundled one serves English; of another nobody knows, and whoever
 * chose it is believed.
 */
export function servesLanguage({ id }: Pick<ModelIdentity, "id">, language: string): boolean {
  return !id.endsWith(BUNDLED) || ENGLISH.has(primaryLanguage(language));
}
