import { primaryLanguage } from "../edition/language.js";
import type { ModelIdentity } from "./embedder.js";

/** The bundled models, and what they were trained on; older English and Scots are near enough. */
const BUNDLED = ["all-MiniLM-L6-v2", "quoth-minilm-sentences"];
const ENGLISH: ReadonlySet<string> = new Set(["en", "enm", "sco"]);

/**
 * Whether a model can search texts in a language. The bundled ones serve English; of another nobody knows, and whoever
 * chose it is believed.
 */
export function servesLanguage({ id }: Pick<ModelIdentity, "id">, language: string): boolean {
  return !BUNDLED.some((bundled) => id.endsWith(bundled)) || ENGLISH.has(primaryLanguage(language));
}
