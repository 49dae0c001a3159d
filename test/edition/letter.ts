import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assembleWork, type WitnessFile } from "../../src/edition/assemble-work.js";
import { parseDeclaration } from "../../src/edition/parse-declaration.js";
import { pinnedReferencesSchema } from "../../src/edition/pinned-references.js";
import { extractText } from "../../src/edition/importers/extract-text.js";
import { type FormatName, importers } from "../../src/edition/importers/importers.js";
import { importMarkdown } from "../../src/edition/importers/markdown/import-markdown.js";
import type { Witness, Work } from "../../src/edition/work.js";

export const CORPUS = fileURLToPath(new URL("../../corpus/", import.meta.url));
export const LETTER = "jfk-1961-04-18";

const read = (name: string): string => readFileSync(`${CORPUS}${LETTER}/${name}`, "utf8");
export const DECLARATION = parseDeclaration("work.yaml", read("work.yaml"));
export const FILES: readonly WitnessFile[] = DECLARATION.witnesses.map((witness) => {
  const { file, format } = witness;
  const source = read(file);
  const path = `${LETTER}/${file}`;
  if (format in importers) return fileOf(source, path);
  const { text, blocks } = extractText(format, source, {
    authors: DECLARATION.author,
    file: path,
    rules: witness,
  });
  return { ...fileOf(text, `${path}.txt`), blocks, original: { path, sha256: fileOf(source).sha256 } };
});

/** The letter as the importers read it now, or as its pinned references say. */
export function letter(pinned = false): Work {
  return assembleWork(
    DECLARATION,
    FILES,
    pinned ? pinnedReferencesSchema.parse(JSON.parse(read("references.json"))) : undefined,
  );
}

export function fileOf(text: string, path = "work/text.txt"): WitnessFile {
  return { text, path, sha256: createHash("sha256").update(text).digest("hex") };
}

/** A made-up work; each text is a witness, "a", "b", … */
export function workOf(
  texts: readonly string[],
  format: FormatName = "plain",
  more = "",
  moreOfEach = "",
): Work {
  const sigla = texts.map((_, at) => String.fromCharCode(97 + at));
  const witnesses = sigla.map(
    (siglum) => `  - siglum: ${siglum}\n    file: ${siglum}.txt\n    format: ${format}\n${moreOfEach}`,
  );
  const yaml = `id: made-up\ntitle: A Work\nauthor: Ann Author\n${more}witnesses:\n${witnesses.join("")}`;
  const declaration = parseDeclaration("work.yaml", yaml);
  return assembleWork(
    declaration,
    texts.map((text, at) => {
      const path = `made-up/${sigla[at] ?? ""}.txt`;
      if (format in importers) return fileOf(text, path);
      const rules = declaration.witnesses[at];
      if (format === "markdown")
        return {
          ...fileOf(text, path),
          blocks: importMarkdown(text, { authors: ["Ann Author"], file: path }),
        };
      const taken = extractText(format, text, {
        authors: ["Ann Author"],
        file: path,
        ...(rules ? { rules } : {}),
      });
      return { ...fileOf(taken.text, path), blocks: taken.blocks };
    }),
  );
}

/** What a witness's passages are, a line each: path, layer, kind, words. */
export function outline({ text, passages }: Witness): readonly string[] {
  return passages.map((p) => `${p.path} ${p.layer} ${p.kind}: ${text.slice(p.start, p.end)}`);
}

export function sentencesOf({ text, passages }: Witness): readonly (readonly [string, string])[] {
  return passages.flatMap((p) => p.sentences.map((s) => [s.path, text.slice(s.start, s.end)] as const));
}
