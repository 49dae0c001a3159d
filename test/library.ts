import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { readCorpus } from "../src/adapters/files/read-corpus.js";
import type { Work } from "../src/edition/work.js";
import { open, type OpenedQuoth } from "../src/quoth.js";
import { MODELS } from "./adapters/model.js";

/** Works of four authors, one of them in two languages and one in translation alone. */
export const LIBRARY = fileURLToPath(new URL("./data/library/", import.meta.url));

export const libraryWorks = (): Promise<readonly Work[]> => readCorpus(LIBRARY);

/** The library with the real model, opened once for a test file and closed after it. */
export function openLibrary(corpusDir = LIBRARY): () => OpenedQuoth {
  let opened: OpenedQuoth | undefined;
  const dataDir = mkdtempSync(path.join(tmpdir(), "quoth-library-"));
  beforeAll(async () => {
    opened = await open({
      corpusDir,
      dataDir,
      modelsDir: MODELS,
      model: undefined,
      hub: "http://127.0.0.1:9",
      point: "default",
      workers: 1,
    });
  });
  afterAll(async () => {
    await opened?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return () => {
    if (!opened) throw new Error("not opened yet");
    return opened;
  };
}
