import { createHash } from "node:crypto";
import { assembleWork } from "../../../src/edition/assemble-work.js";
import { makeQuote } from "../../../src/edition/make-quote.js";
import type { Quote } from "../../../src/edition/quote.js";
import { parseReference } from "../../../src/edition/reference.js";
import { resolvePath } from "../../../src/edition/resolve-path.js";
import type { Work } from "../../../src/edition/work.js";
import { workDeclarationSchema } from "../../../src/edition/work-declaration.js";

interface Given {
  readonly work?: Readonly<Record<string, unknown>>;
  readonly witness?: Readonly<Record<string, unknown>>;
}

/** A work out of plain texts, one witness each: sigla a, b, c …; `given` adds to work.yaml. */
export function plainWork(texts: readonly string[], given: Given = {}): Work {
  const declaration = workDeclarationSchema.parse({
    id: "work",
    title: "A Title",
    author: "Jane Doe",
    ...given.work,
    witnesses: texts.map((_, at) => ({
      siglum: String.fromCharCode(97 + at),
      file: `${String(at)}.txt`,
      format: "plain",
      ...(at === 0 ? given.witness : {}),
    })),
  });
  const files = texts.map((text, at) => ({
    text,
    sha256: createHash("sha256").update(text).digest("hex"),
    path: `work/${String(at)}.txt`,
  }));
  return assembleWork(declaration, files);
}

export function quoteOf(work: Work, reference: string, witness = 0): Quote {
  const parsed = parseReference(reference);
  const located = parsed && resolvePath(work.witnesses[witness] as Work["witnesses"][0], parsed)[0];
  if (!located) throw new Error(`no ${reference}`);
  return makeQuote(work, located);
}
