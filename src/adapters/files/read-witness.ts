import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { WitnessFile } from "../../edition/assemble-work.js";
import { decodeSource } from "../../edition/importers/decode-source.js";
import { importers, isMarkedUp, isOwnText } from "../../edition/importers/importers.js";
import type { SourceMap } from "../../edition/importers/source-map.js";
import { QuothError } from "../../edition/quoth-error.js";
import type { WitnessDeclaration } from "../../edition/work-declaration.js";
import { corpusMissing } from "./corpus-missing.js";
import { extractedTextFile, keepExtractedText, readExtractedText } from "./extracted-text.js";

/** Larger witness files are refused rather than read into memory, bytes. */
const LARGEST_WITNESS = 200 * 1024 * 1024;
/** Of marked-up files: what they become is in memory with them, about a gigabyte for 64 MiB of TEI, bytes. */
const LARGEST_MARKED_UP = 64 * 1024 * 1024;

export interface WitnessOptions {
  readonly authors: readonly string[];
  /** The hash of the text that the witness's references are pinned to. */
  readonly pinned: string | undefined;
  /** Whether an extracted text is written beside its original. */
  readonly keep: boolean;
}

/**
 * Reads a witness: its file is its text, or a text is taken out of it, kept beside it and made anew when the file or
 * its importer has changed. A text that references are pinned to stays as it is as long as the file does, whatever
 * a later importer would make of it.
 * @throws QuothError `corpus-missing`, `corpus-invalid` (with line and column), `corpus-unwritable`.
 */
export async function readWitness(
  corpus: string,
  folder: string,
  witness: WitnessDeclaration,
  { authors, pinned, keep }: WitnessOptions,
): Promise<WitnessFile> {
  const { file: name, format, encoding: declared } = witness;
  const file = `${folder}/${name}`;
  const bytes = await readBounded(corpus, file, isMarkedUp(format) ? LARGEST_MARKED_UP : LARGEST_WITNESS);
  const sha256 = hashOf(bytes);
  const { text: source, encoding } = decodeSource(file, bytes, {
    encoding: declared,
    markup: isMarkedUp(format),
  });
  const context = { authors, file, rules: witness };
  if (isOwnText(format, encoding)) {
    const own = { text: source, sha256, path: file };
    if (format in importers || sha256 === pinned) return own;
    const { ownTextParsers } = await import("../../edition/importers/parsers.js");
    return { ...own, blocks: ownTextParsers[format as keyof typeof ownTextParsers](source, context) };
  }

  const original = { path: file, sha256 };
  const textFile = extractedTextFile(file);
  const kept = await readExtractedText(corpus, file);
  if (kept && kept.sha256 === pinned && kept.map.source.sha256 === sha256)
    return { text: kept.text, sha256: kept.sha256, path: textFile, original };

  const { extractorName, extractText } = await import("../../edition/importers/extract-text.js");
  const { text, blocks, origin } = extractText(format, source, context);
  const textBytes = Buffer.from(text, "utf8");
  const map: SourceMap = {
    version: 1,
    importer: extractorName(format),
    encoding,
    source: { file: path.posix.basename(file), sha256 },
    text: { file: path.posix.basename(textFile), sha256: hashOf(textBytes) },
    origin: origin.map(([offset, start, end]) => [offset, start, end]),
  };
  if (keep) await keepExtractedText(corpus, file, textBytes, map, kept);
  return { text, sha256: map.text.sha256, path: textFile, original, blocks };
}

async function readBounded(corpus: string, file: string, largest: number): Promise<Buffer> {
  const absolute = path.join(corpus, file);
  const found = await stat(absolute).catch((cause: unknown) => {
    throw corpusMissing(`The witness file ${file} is missing.`, cause);
  });
  if (!found.isFile()) throw corpusMissing(`The witness ${file} is no file.`);
  if (found.size > largest) {
    throw new QuothError("corpus-invalid", `${file} is larger than ${largest / 1024 / 1024} MiB.`, {
      remedy: "Split it into several works.",
      data: { file, bytes: found.size, largest },
    });
  }
  return readFile(absolute);
}

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
