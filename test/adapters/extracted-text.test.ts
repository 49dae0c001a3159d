import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pinCorpus } from "../../src/adapters/files/pin-corpus.js";
import { readCorpus } from "../../src/adapters/files/read-corpus.js";
import { importTei } from "../../src/edition/importers/tei/import-tei.js";
import { sourceMapSchema } from "../../src/edition/importers/source-map.js";
import { makeQuote } from "../../src/edition/make-quote.js";
import type { Work } from "../../src/edition/work.js";

const yaml = (witness: string): string =>
  `id: letter\ntitle: A Letter\nauthor: Ann Author\nwitnesses:\n  - {siglum: a, ${witness}}\n`;
const LETTER = `<TEI><text><body><p>Peace &amp; quiet,<note n="1">So she says.</note>
  dear Sir.</p></body></text></TEI>`;
const TEXT = "Peace & quiet, dear Sir.\n\nSo she says.";

let corpus = "";
beforeEach(() => {
  corpus = mkdtempSync(path.join(tmpdir(), "quoth-extracted-"));
  mkdirSync(path.join(corpus, "w"));
  put("work.yaml", yaml("file: a.xml, format: tei"));
  put("a.xml", LETTER);
});
afterEach(() => rmSync(corpus, { recursive: true, force: true }));

const put = (file: string, content: string | Uint8Array): void =>
  writeFileSync(path.join(corpus, "w", file), content);
const read = (file: string): string => readFileSync(path.join(corpus, "w", file), "utf8");
const work = async (): Promise<Work> => (await readCorpus(corpus))[0] as Work;
const hash = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

describe("a text taken out of a file", () => {
  it("lies beside it with a map that leads back, and is what quotes are cut from", async () => {
    const [witness] = (await work()).witnesses;
    expect(read("a.xml.txt")).toBe(TEXT);
    expect(witness).toMatchObject({
      path: "w/a.xml.txt",
      sha256: hash(TEXT),
      original: { path: "w/a.xml", sha256: hash(LETTER) },
    });
    const map = sourceMapSchema.parse(JSON.parse(read("a.xml.map.json")));
    expect(map).toMatchObject({
      importer: `tei/${importTei.version}`,
      encoding: "utf-8",
      source: { file: "a.xml", sha256: hash(LETTER) },
      text: { file: "a.xml.txt", sha256: hash(TEXT) },
    });
    const originals = map.origin.map(([, start, end]) => LETTER.slice(start, end));
    expect(originals).toEqual(["Peace ", "&amp;", " quiet,", "\n  ", "dear Sir.", "", "So she says."]);

    const quote = makeQuote(await work(), { witness, passage: witness.passages[0] as never, from: 0, to: 1 });
    expect(quote.file).toBe("w/a.xml.txt");
    expect(quote.spans.map(({ start, end }) => read("a.xml.txt").slice(start, end)).join("")).toBe(
      quote.text,
    );
    expect(quote.markers).toEqual([{ label: "1", offset: 14 }]);
  });

  it("is not written again while nothing changes, and anew once its file does", async () => {
    await work();
    const before = statSync(path.join(corpus, "w/a.xml.txt"), { bigint: true });
    await work();
    expect(statSync(path.join(corpus, "w/a.xml.txt"), { bigint: true }).mtimeNs).toBe(before.mtimeNs);
    put("a.xml", LETTER.replace("quiet", "war"));
    expect((await work()).witnesses[0].text).toMatch(/^Peace & war/);
    expect(read("a.xml.txt")).toMatch(/^Peace & war/);
  });

  it.each(["a.xml.txt", "a.xml.map.json"])("is whole again when %s is damaged or gone", async (name) => {
    await work();
    const [text, map] = [read("a.xml.txt"), read("a.xml.map.json")];
    put(name, name.endsWith(".txt") ? "Something else." : "{");
    if (name.endsWith(".txt")) {
      await work();
      expect(read("a.xml.txt")).toBe(text);
    }
    unlinkSync(path.join(corpus, "w", name));
    await work();
    expect([read("a.xml.txt"), read("a.xml.map.json")]).toEqual([text, map]);
  });

  it("stays as references are pinned to it, though the map names an older importer", async () => {
    await pinCorpus(corpus);
    const older = TEXT.replace("\n\nSo she says.", "");
    const map = sourceMapSchema.parse(JSON.parse(read("a.xml.map.json")));
    const references = read("references.json").replaceAll(map.text.sha256, hash(older));
    put("a.xml.txt", older);
    put(
      "a.xml.map.json",
      JSON.stringify({ ...map, importer: "tei/0", text: { ...map.text, sha256: hash(older) } }),
    );
    const pins = JSON.parse(references) as {
      witnesses: { a: { passages: { layer: string; markers?: unknown }[] } };
    };
    pins.witnesses.a.passages = pins.witnesses.a.passages.filter((one) => one.layer === "text");
    put("references.json", JSON.stringify(pins));
    expect((await work()).witnesses[0].text).toBe(older);
    expect(read("a.xml.txt")).toBe(older);
    // Once the file itself changes, the pins are no longer its.
    put("a.xml", LETTER.replace("quiet", "war"));
    await expect(readCorpus(corpus)).rejects.toMatchObject({ code: "corpus-damaged" });
  });

  it("is held against the hash of its original, where work.yaml gives one", async () => {
    put("work.yaml", yaml(`file: a.xml, format: tei, sha256: "${hash(LETTER)}"`));
    expect((await work()).witnesses[0].text).toBe(TEXT);
    put("a.xml", LETTER.replace("quiet", "war"));
    await expect(readCorpus(corpus)).rejects.toMatchObject({
      code: "corpus-damaged",
      message: expect.stringMatching(/^w\/a\.xml is not the file that work\.yaml declares/) as unknown,
    });
  });

  it("never takes the place of another file", async () => {
    put("a.xml.txt", "A person's own notes.");
    await expect(readCorpus(corpus)).rejects.toMatchObject({
      code: "corpus-unwritable",
      remedy: expect.stringMatching(/Move that file/) as unknown,
    });
    expect(read("a.xml.txt")).toBe("A person's own notes.");
  });

  it("that cannot be kept is refused, with what to do", async () => {
    // A folder in the map's place: what a read-only folder comes to, also for root.
    mkdirSync(path.join(corpus, "w/a.xml.map.json"));
    await expect(readCorpus(corpus)).rejects.toMatchObject({
      code: "corpus-unwritable",
      remedy: expect.stringMatching(/writable/) as unknown,
    });
    expect(existsSync(path.join(corpus, "w/a.xml.txt"))).toBe(false);
  });

  it("is only looked at where nothing may be changed", async () => {
    const [there] = await readCorpus(corpus, { keep: false });
    expect(there?.witnesses[0].text).toBe(TEXT);
    expect(existsSync(path.join(corpus, "w/a.xml.txt"))).toBe(false);
  });
});

describe("other encodings", () => {
  it.each<[string, string, Uint8Array]>([
    ["UTF-16", "file: a.txt, format: plain", Buffer.from("\uFEFFOne “é”.\r\n\r\nTwo.", "utf16le")],
    [
      "Windows-1252",
      "file: a.txt, format: plain, encoding: windows-1252",
      Buffer.from([...Buffer.from("One "), 0x93, 0xe9, 0x94, ...Buffer.from(".\r\n\r\nTwo.")]),
    ],
  ])("a plain file in %s has its text beside it in UTF-8", async (_, witness, bytes) => {
    put("work.yaml", yaml(witness));
    put("a.txt", bytes);
    const { text, path: file, passages, original } = (await work()).witnesses[0];
    expect(text).toBe("One “é”.\r\n\r\nTwo.");
    expect(file).toBe("w/a.txt.txt");
    expect(read("a.txt.txt")).toBe(text);
    expect(original?.sha256).toBe(hash(bytes));
    expect(passages.map((passage) => passage.path)).toEqual(["1", "2"]);
  });

  it("a TEI file says its own", async () => {
    put("a.xml", Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?><p>caf\u00e9</p>`, "latin1"));
    expect((await work()).witnesses[0].text).toBe("café");
  });
});
