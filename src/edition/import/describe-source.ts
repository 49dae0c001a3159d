import { parse } from "yaml";
import { describeTei } from "./describe-tei.js";
import { proposeLevels } from "./propose-levels.js";
import { labelledLines } from "./labelled-lines.js";
import { describePage } from "../importers/html/describe-page.js";
import type { FormatName } from "../importers/importers.js";
import { nonBlankLines } from "../importers/text-lines.js";

/** What a file says of itself, as a proposal for work.yaml. */
export interface SourceDescription {
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
  readonly addressee?: string;
  readonly language?: string;
  /** The names of its references' levels. */
  readonly levels?: readonly string[];
}

/** Longer first lines are prose, no titles, characters. */
const LONGEST_TITLE = 120;
/** Where the header of a file ends at the latest, characters. */
const HEAD = 100_000;

/** Reads title, author, date and the like out of front matter, a page's head, a TEI header or the first lines. */
export function describeSource(format: FormatName, source: string): SourceDescription {
  const head = source.slice(0, HEAD).replace(/^\uFEFF/, "");
  if (format === "tei") {
    const levels = proposeLevels(source);
    return { ...describeTei(head), ...(levels ? { levels } : {}) };
  }
  const labelled = labelledLines(head);
  if (format === "markdown") return { ...describeMarkdown(head), ...(/^---\s/.test(head) ? {} : labelled) };
  return format === "html"
    ? { ...describePage(source), ...labelled }
    : { ...describePlain(head), ...labelled };
}

function describeMarkdown(head: string): SourceDescription {
  const yaml = /^---[^\S\n]*\r?\n([\s\S]*?)\r?\n---[^\S\n]*(?:\r?\n|$)/.exec(head)?.[1];
  const said = yaml === undefined ? {} : readYaml(yaml);
  const heading =
    /^#{1,2}[^\S\n]+(.+?)[^\S\n]*#*[^\S\n]*\r?$/m.exec(head)?.[1] ??
    /^(\S.*?)[^\S\n]*\r?\n=+[^\S\n]*\r?$/m.exec(head)?.[1];
  const plain = heading
    ?.replace(/\\(?=\W)|[*`]|\[\^[^\]]*\]|\^\[[^\]]*\]/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  return some({
    title: said["title"] ?? plain,
    author: said["author"] ?? said["authors"],
    date: said["date"],
    addressee: said["addressee"] ?? said["recipient"] ?? said["to"],
    language: said["language"] ?? said["lang"],
  });
}

function readYaml(yaml: string): Readonly<Record<string, string | undefined>> {
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 10, logLevel: "silent" });
    if (typeof value !== "object" || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]: [string, unknown]) => {
        const said = Array.isArray(one) ? one.filter((part) => typeof part === "string").join(" and ") : one;
        return typeof said === "string" || typeof said === "number"
          ? [[key.toLowerCase(), String(said)]]
          : [];
      }),
    );
  } catch {
    // Front matter that is no YAML proposes nothing; it is metadata all the same.
    return {};
  }
}

function describePlain(head: string): SourceDescription {
  const lines = nonBlankLines(head)
    .slice(0, 6)
    .map(({ start, end }) => head.slice(start, end));
  const [first] = lines;
  const title =
    first !== undefined && first.length <= LONGEST_TITLE && !/[.!?,;:]$/.test(first) ? first : undefined;
  const author = lines
    .map((line) => /^by\s+(\p{Lu}.{1,80})$/iu.exec(line)?.[1])
    .find((one) => one !== undefined);
  return some({ title, author });
}

function some(
  values:
    | Readonly<Record<Exclude<keyof SourceDescription, "levels">, string | undefined>>
    | Partial<Record<Exclude<keyof SourceDescription, "levels">, string | undefined>>,
): SourceDescription {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const words = value?.replace(/\s+/g, " ").trim() ?? "";
      return words === "" ? [] : [[key, words]];
    }),
  );
}
