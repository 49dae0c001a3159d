import { z } from "zod";
import { isSameLanguage, languageName } from "./language.js";
import type { Witness, Work } from "./work.js";

/** That a text is not in the words of its author: who translated it where known, and into what language. */
export const translationSchema = z.object({
  translator: z.string().min(1).optional(),
  /** BCP 47. */
  language: z.string().min(1),
});

export type Translation = Readonly<z.infer<typeof translationSchema>>;

/**
 * What is translated about a witness; undefined for a text in its author's own words. A witness is a translation
 * where it names a translator, or where its language is not that of the work: the one that work.yaml names, else
 * that of the first witness without a translator.
 */
export function translationOf(work: Work, { translator, language }: Witness): Translation | undefined {
  const original = work.language ?? work.witnesses.find((one) => one.translator === undefined)?.language;
  if (translator !== undefined) return { translator, language };
  if (original === undefined || isSameLanguage(original, language)) return undefined;
  return { language };
}

/** "translated by George Long", "translated into English". */
export function describeTranslation({ translator, language }: Translation): string {
  return translator === undefined
    ? `translated into ${languageName(language)}`
    : `translated by ${translator}`;
}

/** "a translation into English, by George Long", for a page that shows the whole of it. */
export function announceTranslation({ translator, language }: Translation): string {
  const by = translator === undefined ? "" : `, by ${translator}`;
  return `a translation into ${languageName(language)}${by}`;
}
