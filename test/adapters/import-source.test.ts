import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCorpus } from "../../src/adapters/files/read-corpus.js";
import type { ImportedWork } from "../../src/edition/import/import-report.js";
import { QuothError } from "../../src/edition/quoth-error.js";
import { importSource, type ImportRequest } from "../../src/import-source.js";

const DATA = fileURLToPath(new URL("../data/importers/", import.meta.url));
const SPEECH =
  "Fellow citizens, we meet at the river.\n\nThe bridge is broken.\n\nIt will be built again. I said so.\n\nPrinted in the Gazette.\n";

let corpus = "";
let inbox = "";
beforeEach(() => {
  corpus = mkdtempSync(path.join(tmpdir(), "quoth-corpus-"));
  inbox = mkdtempSync(path.join(tmpdir(), "quoth-inbox-"));
});
afterEach(() => [corpus, inbox].forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(path.join(inbox, name), content);
  return path.join(inbox, name);
};
const take = async (
  file: string | readonly string[],
  wishes: Partial<ImportRequest> = {},
): Promise<ImportedWork> => {
  const files = typeof file === "string" ? [file] : file;
  return (await importSource({ corpusDir: corpus, files, ...wishes })).commit();
};
const bridge = (text = SPEECH): Promise<ImportedWork> =>
  take(put("bridge.txt", text), { id: "bridge", title: "At the Bridge", authors: ["Ann Author"] });
const references = async (): Promise<readonly (readonly [string, string])[]> => {
  const [work] = await readCorpus(corpus);
  return (work?.witnesses[0].passages ?? []).map((one) => [
    one.path,
    work?.witnesses[0].text.slice(one.start, one.end).replace(/\s+/g, " ").slice(0, 24) ?? "",
  ]);
};
const inFolder = (folder: string): string => path.join(corpus, folder);
const edit = (file: string, from: string, to: string): void => {
  const before = readFileSync(file, "utf8");
  expect(before).toContain(from);
  writeFileSync(file, before.replace(from, to));
};
const refusal = async (run: Promise<unknown>): Promise<QuothError> => {
  const error: unknown = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof QuothError)) throw new Error(`no refusal: ${String(error)}`);
  return error;
};

describe("a first import", () => {
  it("copies the file byte for byte, and says what it took it for", async () => {
    const report = await take(path.join(DATA, "harbour-speech.html"));
    expect(report).toMatchObject({
      id: "speech-on-the-harbour-bill",
      title: "Speech on the Harbour Bill",
      authors: ["Josiah Thorne"],
      date: "1884-05-06",
      again: false,
      written: true,
    });
    const [work] = await readCorpus(corpus);
    expect(work).toMatchObject({ pinned: true, authors: ["Josiah Thorne"] });
    expect(readFileSync(path.join(inFolder(report.folder), "harbour-speech.html"))).toEqual(
      readFileSync(path.join(DATA, "harbour-speech.html")),
    );
    expect(readFileSync(path.join(inFolder(report.folder), "blocks.yaml"), "utf8")).toContain(
      '- [metadata, byline, "Josiah Thorne"]',
    );
  });

  it.each([
    ["harbour-speech.html", "page.txt", "html"],
    ["ship-letter.md", "letter", "markdown"],
    ["field-notes.txt", "notes.dat", "plain"],
  ])("knows %s by its content, whatever it is called", async (from, name, format) => {
    copyFileSync(path.join(DATA, from), path.join(inbox, name));
    const report = await take(path.join(inbox, name), { authors: ["A"] });
    expect(report.witnesses[0]?.format).toBe(format);
  });

  it("knows TEI, and takes title and author from its header", async () => {
    const file = put(
      "a.xml",
      '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>To the <hi>River</hi> &amp; Sea</title><author>Ann Author</author></titleStmt></fileDesc></teiHeader><text><body><p>Flow on.</p></body></text></TEI>',
    );
    expect(await take(file)).toMatchObject({
      title: "To the River & Sea",
      authors: ["Ann Author"],
      id: "to-the-river-sea",
    });
  });

  it.each<[string, Uint8Array, string]>([
    ["UTF-16 with a mark", Buffer.from("\uFEFFOne café.\n\nTwo.", "utf16le"), "One café."],
    ["UTF-16 without", Buffer.from("One cafe.\n\nTwo.", "utf16le"), "One cafe."],
    ["Windows-1252", Buffer.from("One caf\u00E9.\n\nTwo.", "latin1"), "One café."],
    ["UTF-8 with a mark and CRLF", Buffer.from("\uFEFFOne café.\r\n\r\nTwo.\r\n"), "One café."],
  ])("reads %s", async (_, bytes, first) => {
    await take(put("a.txt", bytes), { title: "T", authors: ["A"] });
    expect(await references()).toEqual([
      ["1", first],
      ["2", "Two."],
    ]);
  });

  it("proposes rules for page numbers and running heads", async () => {
    const report = await take(path.join(DATA, "field-notes.txt"));
    expect(report.remarks.join(" ")).toMatch(/page numbers/);
    expect(readFileSync(path.join(inFolder(report.folder), "work.yaml"), "utf8")).toMatch(
      /numbers: true\n\s+heads: \["NOTES OF A NATURALIST"\]/,
    );
    expect(report.authors).toEqual(["Ada Quill"]);
  });

  it("writes nothing until it is committed, and nothing when it is given up", async () => {
    const staged = await importSource({ corpusDir: corpus, files: [path.join(DATA, "ship-letter.md")] });
    expect(staged.report()).toMatchObject({ written: false, id: "a-letter-from-the-brig-heron" });
    await staged.discard();
    expect(readdirSync(corpus)).toEqual([]);
  });

  it("takes several files as editions of one work, and more of them later", async () => {
    const files = [put("first.txt", SPEECH), put("second.txt", SPEECH.replace("broken", "fallen"))];
    await take(files, { id: "bridge", title: "T", authors: ["A"] });
    const report = await take(put("third.txt", SPEECH), { witnessOf: "bridge", siglum: "gazette" });
    expect(report.witnesses.map((one) => one.siglum)).toEqual(["first", "second", "gazette"]);
    expect(report.references).toMatchObject({ added: [], removed: [] });
  });
});

describe("refusals", () => {
  it.each<[string, string | Uint8Array, Partial<ImportRequest>, string, RegExp, RegExp]>([
    ["a PDF", "%PDF-1.7 …", {}, "usage", /is a PDF/, /pdftotext/],
    ["a ZIP archive", "PK\u0003\u0004", {}, "usage", /ZIP/, /Export/],
    ["an empty file", "", {}, "usage", /is empty/, /./],
    [
      "XML that is no TEI",
      '<?xml version="1.0"?>\n<rss><item>x</item></rss>',
      {},
      "usage",
      /a\.txt:2:1: this is XML/,
      /--format/,
    ],
    ["a text without an author", "Words.", {}, "usage", /who wrote it/, /--author/],
    ["an unknown format", "Words.", { format: "docx" }, "usage", /no format/, /plain/],
    [
      "bytes of no encoding",
      Buffer.from([0x41, 0x0a, 0x42, 0x81, 0xff]),
      { authors: ["A"] },
      "corpus-invalid",
      /a\.txt:2:2: this is not UTF-8/,
      /encoding/,
    ],
    ["an unknown encoding", "Words.", { encoding: "klingon" }, "corpus-invalid", /klingon/, /utf-8/],
  ])("of %s", async (_, content, wishes, code, message, remedy) => {
    const error = await refusal(take(put("a.txt", content), wishes));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.remedy).toMatch(remedy);
    expect(readdirSync(corpus)).toEqual([]);
  });

  it("of an id that is another work's, and of a file that is not there", async () => {
    await bridge();
    const error = await refusal(take(put("other.txt", "Other words."), { id: "bridge", authors: ["B"] }));
    expect(error.message).toMatch(/that of another work: "At the Bridge"/);
    expect(error.remedy).toMatch(/--witness-of bridge/);
    expect((await refusal(take("nowhere.txt"))).message).toMatch(/no file nowhere\.txt/);
    expect((await refusal(take(put("x.txt", "X"), { witnessOf: "nothing" }))).code).toBe("unknown-work");
  });
});

describe("importing again", () => {
  it("changes nothing where nothing has changed", async () => {
    await bridge();
    const files = readdirSync(inFolder("bridge")).sort();
    const hashes = (): readonly string[] =>
      files.map((name) =>
        createHash("sha256")
          .update(readFileSync(path.join(inFolder("bridge"), name)))
          .digest("hex"),
      );
    const before = hashes();
    expect(await bridge()).toMatchObject({ again: true, references: { kept: 4, added: [], removed: [] } });
    expect(await take("bridge")).toMatchObject({ again: true });
    expect(hashes()).toEqual(before);
    expect(readdirSync(corpus)).toEqual(["bridge"]);
  });

  it("takes over what was corrected in blocks.yaml, and keeps it when the text changes", async () => {
    await bridge();
    edit(
      path.join(inFolder("bridge"), "blocks.yaml"),
      '[text, paragraph, "Printed',
      '[metadata, source-note, "Printed',
    );
    edit(
      path.join(inFolder("bridge"), "blocks.yaml"),
      '"The bridge is broken."]',
      '"The bridge is broken.", "A Bystander"]',
    );
    const report = await take("bridge");
    expect(report.references).toMatchObject({ kept: 3, added: ["metadata.1"], removed: ["4"] });
    expect(report.witnesses[0]?.blocks[1]).toMatchObject({ reference: "2", voice: "A Bystander" });
    const again = await bridge(SPEECH.replace("Fellow", "My fellow"));
    expect(again.witnesses[0]?.blocks[3]).toMatchObject({
      layer: "metadata",
      kind: "source-note",
      reference: "metadata.1",
    });
    expect(again.witnesses[0]?.blocks[1]).toMatchObject({ voice: "A Bystander" });
  });

  it("keeps the references of what is unchanged, and names what is new with letters", async () => {
    await bridge();
    const report = await bridge(
      `A line before all.\n\n${SPEECH.replace("The bridge is broken.\n\n", "").replace("It will be built again. I said so.", "It will be built again. I said so.\n\nAnd soon.")}`,
    );
    expect(report.references).toMatchObject({ kept: 3, added: ["0a", "3a"], removed: ["2"] });
    expect(await references()).toEqual([
      ["0a", "A line before all."],
      ["1", "Fellow citizens, we meet"],
      ["3", "It will be built again. "],
      ["3a", "And soon."],
      ["4", "Printed in the Gazette."],
    ]);
    // What is gone does not come back as something else.
    await bridge(
      SPEECH.replace("The bridge is broken.", "A quite different paragraph stands here now, about boats."),
    );
    expect((await references())[1]?.[0]).toBe("1a");
  });

  it("keeps what a person wrote into work.yaml, comments and all", async () => {
    await bridge();
    const yaml = path.join(inFolder("bridge"), "work.yaml");
    edit(yaml, "# type: letter", "type: speech # spoken, not read");
    await bridge(SPEECH.replace("broken", "down"));
    expect(readFileSync(yaml, "utf8")).toContain("type: speech # spoken, not read");
    expect((await readCorpus(corpus))[0]?.type).toBe("speech");
  });

  it("says which corrections fit nothing any more, and which rows cannot be read", async () => {
    await bridge();
    const blocks = path.join(inFolder("bridge"), "blocks.yaml");
    const report = await bridge(SPEECH.replace("Printed in the Gazette.", "From the Gazette."));
    expect(report.remarks.join(" ")).toMatch(/No block begins with "Printed in the Gazette\."/);
    edit(blocks, '[text, paragraph, "The', '[verse, paragraph, "The');
    const error = await refusal(take("bridge"));
    expect(error.message).toMatch(/blocks\.yaml:\d+: "verse" is no layer/);
  });

  it("refuses a text that was changed in its place, or numbers it anew", async () => {
    await bridge();
    edit(path.join(inFolder("bridge"), "bridge.txt"), "Fellow", "My fellow");
    edit(path.join(inFolder("bridge"), "work.yaml"), "sha256:", "# sha256:");
    const error = await refusal(take("bridge"));
    expect(error).toMatchObject({
      code: "corpus-damaged",
      remedy: expect.stringMatching(/--renumber/) as unknown,
    });
    expect(await take("bridge", { renumber: true })).toMatchObject({ again: true });
    expect(existsSync(path.join(inFolder("bridge"), "references.json"))).toBe(true);
  });
});
