import { createHash, randomUUID } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type SourceMap, sourceMapSchema } from "../../edition/importers/source-map.js";
import { QuothError } from "../../edition/quoth-error.js";

/** A text that lies beside the file it was taken out of, as its map describes it. */
export interface ExtractedText {
  readonly text: string;
  readonly sha256: string;
  readonly map: SourceMap;
}

/** letter.xml → letter.xml.txt */
export function extractedTextFile(file: string): string {
  return `${file}.txt`;
}

/** letter.xml → letter.xml.map.json */
export function sourceMapFile(file: string): string {
  return `${file}.map.json`;
}

/** The text that lies beside `file`; undefined where there is none, or not the one that the map describes. */
export async function readExtractedText(corpus: string, file: string): Promise<ExtractedText | undefined> {
  const map = await readMap(corpus, file);
  const bytes = map && (await readFile(path.join(corpus, extractedTextFile(file))).catch(() => undefined));
  if (!map || !bytes) return undefined;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return sha256 === map.text.sha256 ? { text: bytes.toString("utf8"), sha256, map } : undefined;
}

/**
 * Writes text and map beside `file`, unless they lie there already. The map goes first: a text beside which a map
 * lies is known to be quoth's own, and may be written over.
 * @throws QuothError `corpus-unwritable` where the folder cannot be written, or another file has the text's name.
 */
export async function keepExtractedText(
  corpus: string,
  file: string,
  bytes: Uint8Array,
  map: SourceMap,
  kept: ExtractedText | undefined,
): Promise<void> {
  const json = `${JSON.stringify(map)}\n`;
  if (kept?.sha256 === map.text.sha256 && `${JSON.stringify(kept.map)}\n` === json) return;
  const textFile = path.join(corpus, extractedTextFile(file));
  if ((await readMap(corpus, file)) === undefined && (await isAnother(textFile, bytes))) {
    throw new QuothError(
      "corpus-unwritable",
      `The text of ${file} has to be kept in ${extractedTextFile(file)}, and a file of that name lies there already.`,
      { remedy: "Move that file elsewhere, or give it another name.", data: { file } },
    );
  }
  try {
    await replace(path.join(corpus, sourceMapFile(file)), json);
    await replace(textFile, bytes);
  } catch (cause) {
    throw new QuothError(
      "corpus-unwritable",
      `The text of ${file} could not be written beside it, as ${extractedTextFile(file)}.`,
      {
        remedy:
          "Make the work's folder writable and run: quoth build; or copy the corpus where it can be written.",
        data: { file },
        cause,
      },
    );
  }
}

async function readMap(corpus: string, file: string): Promise<SourceMap | undefined> {
  try {
    const json = await readFile(path.join(corpus, sourceMapFile(file)), "utf8");
    return sourceMapSchema.parse(JSON.parse(json));
  } catch {
    // No map, or none of quoth's: the text is made anew.
    return undefined;
  }
}

async function isAnother(file: string, bytes: Uint8Array): Promise<boolean> {
  const there = await readFile(file).catch(() => undefined);
  return there !== undefined && !there.equals(bytes);
}

/** Written aside and renamed, under a name of its own: two that do it at once leave a whole file. */
async function replace(file: string, content: string | Uint8Array): Promise<void> {
  const aside = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(aside, content);
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
