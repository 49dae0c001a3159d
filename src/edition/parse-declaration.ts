import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { QuothError } from "./quoth-error.js";
import { type WorkDeclaration, workDeclarationSchema } from "./work-declaration.js";

/** A hundred aliases a node: more is no declaration of a work but a bomb. */
const MOST_ALIASES = 100;

/**
 * Reads a work.yaml. `file` names it in messages.
 * @throws QuothError `corpus-invalid` with file, line and what to write there.
 */
export function parseDeclaration(file: string, yaml: string): WorkDeclaration {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
  const lineOf = (offset: number | undefined): number =>
    offset === undefined ? 1 : counter.linePos(offset).line;
  const [syntax] = document.errors;
  if (syntax) refuse(file, lineOf(syntax.pos[0]), `this is not valid YAML (${syntax.message})`);

  const parsed = workDeclarationSchema.safeParse(valueOf(file, document));
  if (!parsed.success) {
    const issue = parsed.error.issues[0] as z.core.$ZodIssue;
    refuse(
      file,
      lineOf(offsetOf(document, issue.path)),
      `${issue.path.map(String).join(".") || "the file"}: ${issue.message}`,
    );
  }
  refuseTwins(file, parsed.data, (witness) => lineOf(offsetOf(document, ["witnesses", witness, "siglum"])));
  return parsed.data;
}

/** Where the node at `path` stands, or the nearest one above it that exists. */
function offsetOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): number | undefined {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (typeof node === "object" && node !== null && "range" in node)
      return (node.range as [number] | undefined)?.[0];
  }
  return undefined;
}

/** What the file says; an alias that stands for too much, or for nothing, is refused. */
function valueOf(file: string, document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (error instanceof ReferenceError) refuse(file, 1, `this cannot be read (${error.message})`);
    throw error;
  }
}

/** Sigla are read in any case, so they must differ in more than that. */
function refuseTwins(
  file: string,
  { witnesses }: WorkDeclaration,
  lineOf: (witness: number) => number,
): void {
  const sigla = witnesses.map((witness) => witness.siglum.toLowerCase());
  const twin = sigla.findIndex((siglum, at) => sigla.indexOf(siglum) !== at);
  if (twin !== -1)
    refuse(file, lineOf(twin), `two witnesses bear the siglum "${witnesses[twin]?.siglum ?? ""}"`);
}

function refuse(file: string, line: number, what: string): never {
  throw new QuothError("corpus-invalid", `${file}:${line}: ${what}.`, {
    remedy: "Correct that line; README, 'A source of your own', shows a complete work.yaml.",
    data: { file, line },
  });
}
