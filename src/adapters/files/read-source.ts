import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { describeSource, type SourceDescription } from "../../edition/import/describe-source.js";
import { detectFormat, refuseForeign } from "../../edition/import/detect-format.js";
import { detectPages } from "../../edition/import/detect-pages.js";
import type { ImportRules } from "../../edition/import-rules.js";
import { decodeSource } from "../../edition/importers/decode-source.js";
import { FORMAT_NAMES, type FormatName, isMarkedUp } from "../../edition/importers/importers.js";
import { QuothError } from "../../edition/quoth-error.js";

/** A file to be imported, and what can be told of it. */
export interface SourceFile {
  /** As it was named, and its name alone. */
  readonly file: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly format: FormatName;
  /** To be declared, for neither a mark nor the file itself says it. */
  readonly encoding?: string;
  readonly description: SourceDescription;
  readonly rules?: ImportRules;
  readonly remarks: readonly string[];
}

/** Larger files are refused, bytes. */
const LARGEST = 200 * 1024 * 1024;

/**
 * Reads a file that somebody wants to import and finds out what it is.
 * @throws QuothError `usage` (no such file, no text, no known format), `corpus-invalid` (its encoding, with line
 * and column).
 */
export async function readSource(
  file: string,
  given: { readonly format?: string; readonly encoding?: string },
): Promise<SourceFile> {
  const bytes = await readBounded(file);
  const name = path.basename(file);
  refuseForeign(file, bytes);
  const encoding = given.encoding ?? guessEncoding(bytes);
  const options = { ...(encoding === undefined ? {} : { encoding }) };
  const first = decodeSource(file, bytes, { ...options, markup: true }).text;
  const format = formatOf(given.format) ?? detectFormat(file, first);
  const text = decodeSource(file, bytes, { ...options, markup: isMarkedUp(format) }).text;
  const pages = format === "plain" ? detectPages(text) : undefined;
  const remarks = [
    ...(given.encoding === undefined && encoding !== undefined
      ? [`${name} is not UTF-8 and names no encoding; it was read as ${encoding}.`]
      : []),
    ...(pages ? [`${name} seems to hold page numbers or running heads: see "pages" in work.yaml.`] : []),
  ];
  return {
    file,
    name,
    bytes,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    format,
    ...(encoding === undefined ? {} : { encoding }),
    description: describeSource(format, text),
    ...(pages ? { rules: { pages } } : {}),
    remarks,
  };
}

async function readBounded(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch((cause: unknown) => {
    throw new QuothError("usage", `There is no file ${file}, and no work of that id.`, {
      remedy: "Name a file that holds a text.",
      data: { file },
      cause,
    });
  });
  if (!found.isFile())
    throw new QuothError("usage", `${file} is no file.`, { remedy: "Name a file.", data: { file } });
  if (found.size > LARGEST)
    throw new QuothError("usage", `${file} is larger than ${LARGEST / 1024 / 1024} MiB.`, {
      remedy: "Split it into several works.",
      data: { file },
    });
  return readFile(file);
}

function formatOf(name: string | undefined): FormatName | undefined {
  if (name === undefined) return undefined;
  const known = FORMAT_NAMES.find((one) => one === name.toLowerCase());
  if (known) return known;
  throw new QuothError("usage", `"${name}" is no format.`, {
    remedy: `Write one of: ${FORMAT_NAMES.join(", ")}.`,
  });
}

/**
 * What a file's bytes are in where it does not say so itself and is not UTF-8: UTF-16 where every other byte is
 * zero, else Windows-1252, if it knows them all. Undefined where nothing has to be declared.
 */
function guessEncoding(bytes: Uint8Array): string | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return undefined;
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length);
  const many = head.length * 0.2;
  if ((zeros[1] ?? 0) > many && (zeros[0] ?? 0) === 0) return "utf-16le";
  if ((zeros[0] ?? 0) > many && (zeros[1] ?? 0) === 0) return "utf-16be";
  if (/\bcharset\s*=|\bencoding\s*=/.test(new TextDecoder("latin1").decode(head))) return undefined;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    // These five bytes are no characters of Windows-1252: then UTF-8 it was meant to be, and the fault is named.
    return bytes.some(
      (byte) => byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d,
    )
      ? undefined
      : "windows-1252";
  }
}
