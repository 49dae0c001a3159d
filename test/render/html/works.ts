import { assembleWork } from "../../../src/edition/assemble-work.js";
import { workDeclarationSchema } from "../../../src/edition/work-declaration.js";
import type { Work } from "../../../src/edition/work.js";

/** A work of plain paragraphs; further texts are further editions, of which `editions` says more. */
export function plainWork(
  texts: readonly string[],
  more: Record<string, unknown> = {},
  editions: readonly Record<string, unknown>[] = [],
): Work {
  const declaration = workDeclarationSchema.parse({
    id: "letter",
    title: "A letter",
    author: "An Author",
    ...more,
    witnesses: texts.map((_, at) => ({
      siglum: `w${at + 1}`,
      file: `w${at + 1}.txt`,
      format: "plain",
      ...(more["language"] === undefined ? {} : { language: more["language"] }),
      ...editions[at],
    })),
  });
  return assembleWork(
    declaration,
    texts.map((text, at) => ({ text, sha256: String(at).repeat(64), path: `letter/w${at + 1}.txt` })),
  );
}
