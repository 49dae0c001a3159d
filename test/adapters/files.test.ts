import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pinCorpus } from "../../src/adapters/files/pin-corpus.js";
import { listWorkFolders, readCorpus } from "../../src/adapters/files/read-corpus.js";
import { haveChanged, stampFiles } from "../../src/adapters/files/watch-files.js";
import { QuothError } from "../../src/edition/quoth-error.js";
import { CORPUS, LETTER, outline } from "../edition/letter.js";

const SMALLEST = `id: gettysburg
title: "Address at Gettysburg"
author: "Abraham Lincoln"
witnesses:
  - siglum: bliss
    file: text.txt
    format: plain
`;

let corpus = "";
beforeEach(() => {
  corpus = mkdtempSync(path.join(tmpdir(), "quoth-corpus-"));
});
afterEach(() => rmSync(corpus, { recursive: true, force: true }));

const put = (file: string, content: string | Uint8Array): void => {
  mkdirSync(path.dirname(path.join(corpus, file)), { recursive: true });
  writeFileSync(path.join(corpus, file), content);
};
const putWork = (
  folder: string,
  yaml = SMALLEST,
  text: string | Uint8Array = "Four score.\n\nNow we are engaged.\n",
): void => {
  put(`${folder}/work.yaml`, yaml);
  put(`${folder}/text.txt`, text);
};
const refusal = async (): Promise<QuothError> => {
  const error: unknown = await readCorpus(corpus).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof QuothError)) throw new Error(`no refusal: ${String(error)}`);
  return error;
};

describe("readCorpus", () => {
  it("reads the contract's smallest work", async () => {
    putWork("gettysburg");
    const [work] = await readCorpus(corpus);
    expect(work && outline(work.witnesses[0])).toEqual([
      "1 text paragraph: Four score.",
      "2 text paragraph: Now we are engaged.",
    ]);
    expect(work).toMatchObject({ id: "gettysburg", pinned: false });
  });

  it("reads several works by the names of their folders, and passes over what is none", async () => {
    putWork("b", SMALLEST.replace("gettysburg", "second"));
    putWork("a", SMALLEST.replace("gettysburg", "first"));
    put("notes.txt", "not a work");
    put("empty/readme.md", "no work either");
    mkdirSync(path.join(corpus, "odd", "work.yaml"), { recursive: true });
    expect(await listWorkFolders(corpus)).toEqual(["a", "b"]);
    expect((await readCorpus(corpus)).map((work) => work.id)).toEqual(["first", "second"]);
  });

  it("reads CRLF, a byte-order mark, names with blanks and other scripts", async () => {
    putWork("gé ty", `\uFEFF${SMALLEST.replace("text.txt", '"té xt.txt"')}`.replace(/\n/g, "\r\n"));
    put("gé ty/té xt.txt", "\uFEFFFour\r\nscore.\r\n\r\nNow.\r\n");
    const [work] = await readCorpus(corpus);
    expect(work?.witnesses[0].passages.map((p) => [p.path, p.start])).toEqual([
      ["1", 1],
      ["2", 17],
    ]);
    expect(work?.witnesses[0].path).toBe("gé ty/té xt.txt");
  });

  it.each<[string, () => void, string, RegExp]>([
    ["no folder", () => rmSync(corpus, { recursive: true }), "corpus-missing", /no corpus folder/],
    [
      "a file in its place",
      () => {
        rmSync(corpus, { recursive: true });
        writeFileSync(corpus, "");
      },
      "corpus-missing",
      /no corpus folder/,
    ],
    ["an empty folder", () => undefined, "corpus-missing", /No work in/],
    [
      "bad YAML",
      () => putWork("g", `${SMALLEST}  x: [`),
      "corpus-invalid",
      /g\/work\.yaml:\d+: this is not valid YAML/,
    ],
    [
      "a bad field",
      () => putWork("g", SMALLEST.replace("plain", "docx")),
      "corpus-invalid",
      /g\/work\.yaml:7: witnesses\.0\.format/,
    ],
    [
      "a missing witness",
      () => {
        putWork("g");
        unlinkSync(path.join(corpus, "g/text.txt"));
      },
      "corpus-missing",
      /g\/text\.txt is missing/,
    ],
    [
      "a folder for a witness",
      () => {
        putWork("g", SMALLEST.replace("text.txt", "sub"));
        mkdirSync(path.join(corpus, "g/sub"));
      },
      "corpus-missing",
      /g\/sub is no file/,
    ],
    [
      "a dangling link for a witness",
      () => {
        putWork("g");
        unlinkSync(path.join(corpus, "g/text.txt"));
        symlinkSync("nowhere", path.join(corpus, "g/text.txt"));
      },
      "corpus-missing",
      /is missing/,
    ],
    [
      "another hash",
      () => putWork("g", `${SMALLEST}    sha256: ${"0a".repeat(32)}\n`),
      "corpus-damaged",
      /g\/text\.txt is not the file that work\.yaml declares/,
    ],
    [
      "a witness that is not UTF-8",
      () => putWork("g", SMALLEST, Buffer.from([0x46, 0xe9, 0x21])),
      "corpus-invalid",
      /g\/text\.txt:1:2: this is not UTF-8/,
    ],
    [
      "UTF-16 that breaks off",
      () => putWork("g", SMALLEST, Buffer.from("\uFEFFFour score.", "utf16le").subarray(0, -1)),
      "corpus-invalid",
      /g\/text\.txt:1:11: this is not UTF-16LE/,
    ],
    [
      "a declaration that is not UTF-8",
      () => {
        putWork("g");
        put("g/work.yaml", Buffer.from("# é", "latin1"));
      },
      "corpus-invalid",
      /g\/work\.yaml:1:3: this is not UTF-8/,
    ],
    [
      "a file above the folder",
      () => {
        putWork("g", SMALLEST.replace("text.txt", "../secret.txt"));
        put("secret.txt", "secret");
      },
      "corpus-invalid",
      /must be a file below/,
    ],
    [
      "one id twice",
      () => {
        putWork("a");
        putWork("b");
      },
      "corpus-invalid",
      /b\/work\.yaml: the id "gettysburg" is that of a, too/,
    ],
    [
      "one id in two cases",
      () => {
        putWork("a");
        putWork("b", SMALLEST.replace("gettysburg", "Gettysburg"));
      },
      "corpus-invalid",
      /that of a, too/,
    ],
    [
      "references that are no JSON",
      () => {
        putWork("g");
        put("g/references.json", "{");
      },
      "corpus-damaged",
      /g\/references\.json is damaged/,
    ],
    [
      "references of another shape",
      () => {
        putWork("g");
        put("g/references.json", '{"version":2}');
      },
      "corpus-damaged",
      /g\/references\.json is damaged/,
    ],
  ])("refuses %s", async (_, prepare, code, message) => {
    prepare();
    const error = await refusal();
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.remedy).toMatch(/\w/);
  });

  it("refuses the letter with one byte changed, whichever the witness", async () => {
    cpSync(CORPUS, corpus, { recursive: true });
    const file = path.join(corpus, LETTER, "ucsb-presidency.txt");
    const bytes = readFileSync(file);
    bytes[500] = (bytes[500] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await refusal()).toMatchObject({
      code: "corpus-damaged",
      message: expect.stringMatching(/ucsb-presidency\.txt/) as unknown,
    });
  });
});

describe("pinCorpus", () => {
  it("writes references that hold, and that refuse a changed text until it is pinned anew", async () => {
    putWork("g");
    expect(await pinCorpus(corpus)).toEqual(["gettysburg"]);
    const [pinned] = await readCorpus(corpus);
    expect(pinned?.pinned).toBe(true);
    put("g/text.txt", "Five score.\n\nNow we are engaged.\n");
    expect(await refusal()).toMatchObject({
      code: "corpus-damaged",
      remedy: expect.stringMatching(/build --pin/) as unknown,
    });
    await pinCorpus(corpus);
    expect((await readCorpus(corpus))[0]?.witnesses[0].text).toMatch(/^Five/);
  });
});

describe("stamps", () => {
  it("tell a changed, a replaced, a missing and a new file from what was", () => {
    const [a, b, gone] = ["a", "b", "gone"].map((name) => path.join(corpus, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(a, "one");
    writeFileSync(b, "two");
    const stamps = stampFiles([a, b, gone]);
    expect(haveChanged(stamps)).toBe(false);
    writeFileSync(gone, "");
    expect(haveChanged(stamps)).toBe(true);
    unlinkSync(gone);
    expect(haveChanged(stamps)).toBe(false);
    unlinkSync(b);
    expect(haveChanged(stamps)).toBe(true);
    // Another file of the same size and times in its place has another inode or change time.
    const then = new Date(1e12);
    utimesSync(a, then, then);
    const before = stampFiles([a]);
    unlinkSync(a);
    writeFileSync(a, "eno");
    utimesSync(a, then, then);
    expect(haveChanged(before)).toBe(true);
  });
});
