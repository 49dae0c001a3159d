import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { sliceSpans } from "../src/edition/span.js";
import { openLibrary } from "./library.js";
import { SONNET } from "./sonnet.js";

const corpus = mkdtempSync(path.join(tmpdir(), "quoth-verse-"));
const folder = path.join(corpus, "homer");
mkdirSync(folder);
writeFileSync(path.join(folder, "sonnet.md"), SONNET.replaceAll("\n", "\\\n"));
writeFileSync(
  path.join(folder, "work.yaml"),
  "id: homer\ntitle: On First Looking into Chapman's Homer\nauthor: John Keats\nlevels: [line]\nwitnesses: [{siglum: a, file: sonnet.md, format: markdown}]\n",
);
const quoth = openLibrary(corpus);
afterAll(() => rmSync(corpus, { recursive: true, force: true }));

it.each([
  ["Who swims into the watcher's ken?", "homer:9-10"],
  ["Who hold islands in fealty to Apollo?", "homer:1-4"],
  ["At what did Cortez stare with eagle eyes?", "homer:11-14"],
])("answers a reader of a sonnet by whole sentences: %s", async (question, reference) => {
  const answer = await quoth().ask(question, { limit: 1 });
  const quote = answer.quotes[0] ?? (answer.kind === "abstention" ? answer.closest : undefined);
  expect(quote?.reference).toBe(reference);
  const file = readFileSync(path.join(folder, "sonnet.md"), "utf8");
  expect(sliceSpans(file, quote?.spans ?? [])).toBe(quote?.text);
  expect(quote?.text).not.toContain("\\");
});
