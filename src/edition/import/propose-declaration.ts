import type { ImportRules } from "../import-rules.js";

/** What goes into a witness's entry in work.yaml. */
export interface ProposedWitness {
  readonly siglum: string;
  readonly file: string;
  readonly format: string;
  readonly sha256: string;
  readonly encoding?: string;
  readonly language?: string;
  readonly rules?: ImportRules;
}

export interface ProposedWork {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly date?: string;
  readonly addressee?: string;
  readonly levels?: readonly string[];
}

/** A new work.yaml, with what else may be said in it as comments. */
export function proposeDeclaration(work: ProposedWork, witnesses: readonly ProposedWitness[]): string {
  const { authors } = work;
  const author = authors.length === 1 ? quoted(authors[0] as string) : `[${authors.map(quoted).join(", ")}]`;
  return [
    "# Proposed by quoth import. Correct what is wrong; what each block was taken for stands in blocks.yaml.",
    `id: ${quoted(work.id)}`,
    `title: ${quoted(work.title)}`,
    "# type: letter",
    `author: ${author}`,
    work.addressee === undefined ? '# addressee: "…"' : `addressee: ${quoted(work.addressee)}`,
    work.date === undefined ? '# date: "1863-11-19"' : `date: ${quoted(work.date)}`,
    ...(work.levels ? [`levels: [${work.levels.join(", ")}]`] : []),
    "witnesses:",
    ...witnesses.flatMap(witnessLines),
    "",
  ].join("\n");
}

function witnessLines({
  siglum,
  file,
  format,
  sha256,
  encoding,
  language,
  rules,
}: ProposedWitness): readonly string[] {
  const { numbers = false, heads = [], inline = false } = rules?.pages ?? {};
  return [
    `  - siglum: ${quoted(siglum)}`,
    `    file: ${quoted(file)}`,
    `    format: ${format}`,
    ...(encoding === undefined ? [] : [`    encoding: ${encoding}`]),
    ...(language === undefined ? [] : [`    language: ${quoted(language)}`]),
    ...(rules?.pages
      ? [
          "    # Lines that look like page numbers and running heads: set aside, for none of them is the author's.",
          "    pages:",
          `      numbers: ${numbers}`,
          ...(inline ? ["      inline: true"] : []),
          ...(heads.length === 0 ? [] : [`      heads: [${heads.map(quoted).join(", ")}]`]),
        ]
      : []),
    '    # title: "…"      as this edition has it',
    '    # publisher: "…"',
    '    # editor: "…"     whose voice notes, headings and metadata are',
    "    # url: https://…",
    '    # licence: "…"',
    `    sha256: ${sha256}`,
  ];
}

/** A double-quoted scalar: what JSON quotes, YAML reads. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
