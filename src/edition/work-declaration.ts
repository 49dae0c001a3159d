import { z } from "zod";
import { importRulesSchema } from "./import-rules.js";
import { FORMAT_NAMES } from "./importers/importers.js";

const words = z.string().trim().min(1);

/** A path below the work's own folder: nothing absolute, nothing that climbs out. */
const localFile = words.refine(
  (file) => !/^(?:[/\\]|[A-Za-z]:)/.test(file) && !file.split(/[/\\]/).includes(".."),
  "must be a file below the work's folder, without a leading slash or '..'",
);

/** A tag of BCP 47, such as "en", "en-GB" or "grc". */
const languageTag = words.refine(
  (tag) => isLanguageTag(tag),
  'must be a language tag such as "en", "fr" or "grc"',
);

export const witnessDeclarationSchema = importRulesSchema.extend({
  siglum: words.regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u, "may hold letters, digits, '_', '.' and '-' only"),
  file: localFile,
  format: z.enum(FORMAT_NAMES),
  /** The file's encoding, where neither a byte-order mark nor its own markup says it, and it is not UTF-8. */
  encoding: words.optional(),
  title: words.optional(),
  publisher: words.optional(),
  /** Whose voice the notes, headings and metadata of this edition are. */
  editor: words.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  licence: words.optional(),
  retrieved: words.optional(),
  language: languageTag.default("en"),
  translator: words.optional(),
  /** Of the file as published. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, "must be 64 hexadecimal digits")
    .toLowerCase()
    .optional(),
  /** Passages that are somebody else's words than their layer says, by reference path. */
  voices: z.record(words, words).optional(),
});

/** `work.yaml`: what a person says of a work and its witnesses. */
export const workDeclarationSchema = z.object({
  id: words.regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u, "may hold letters, digits, '_', '.' and '-' only"),
  title: words,
  /** What the work is: a letter is cited by its correspondents. */
  type: words.optional(),
  author: z
    .union([words, z.array(words).min(1)])
    .transform((author) => (typeof author === "string" ? [author] : author)),
  addressee: words.optional(),
  /** A year alone is a number to YAML. */
  date: z.union([words, z.number().int().transform(String)]).optional(),
  /** What it was written in; otherwise the language of its first witness that names no translator. */
  language: languageTag.optional(),
  /** The names of its references' levels, outermost first: [act, scene, line]; [paragraph, sentence] unless given. */
  levels: z
    .array(words.regex(/^\p{L}[\p{L}\p{M} -]{0,23}$/u, "must be a word, such as act, chapter or line"))
    .min(1)
    .max(6)
    .optional(),
  witnesses: z.array(witnessDeclarationSchema).min(1),
});

export type WitnessDeclaration = Readonly<z.infer<typeof witnessDeclarationSchema>>;
export type WorkDeclaration = Readonly<z.infer<typeof workDeclarationSchema>>;

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
