import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readCorpus } from "../../src/adapters/files/read-corpus.js";
import { MARKER_FILE } from "../../src/adapters/site/site-marker.js";
import { runCli } from "../../src/cli/run-cli.js";
import { publish } from "../../src/publish.js";
import { CORPUS } from "../edition/letter.js";
import { plainWork } from "../render/html/works.js";

let root = "";
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), "quoth-publish-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const ran = { out: "", err: "" };
  const code = await runCli(args, {
    out: (text) => void (ran.out += text),
    err: (text) => void (ran.err += text),
    lines: async function* () {
      // Nothing on standard input.
    },
    env: { QUOTH_CORPUS: CORPUS, QUOTH_DATA: path.join(root, "data"), ...env },
    outIsTerminal: false,
    errIsTerminal: false,
    columns: undefined,
  });
  return { code, ...ran };
}

it("publishes, says what it did, and does nothing twice", async () => {
  const site = path.join(root, "site");
  const first = await run(["publish", site, "--json", "--base-url", "https://letters.example"]);
  expect(first.code).toBe(0);
  expect(JSON.parse(first.out)).toMatchObject({
    version: 1,
    url: "https://letters.example/",
    works: [{ id: "jfk-1961-04-18", pages: 3, sideBySide: 1 }],
    removed: 0,
  });
  expect(readFileSync(path.join(site, "jfk-1961-04-18", "index.html"), "utf8")).toContain('id="3.1"');
  const again = await run(["publish", site], { QUOTH_PUBLISHED_URL: "https://letters.example/" });
  expect(again.out).toMatch(/: 0 new or changed, \d+ as they were, 0 removed\.\n$/);
});

it("lists the pages of editions side by side in its marker, and takes them down with their work", async () => {
  const site = path.join(root, "taken-down");
  const letter = await readCorpus(CORPUS);
  const sideBySide = (): string[] => {
    const marker = readFileSync(path.join(site, MARKER_FILE), "utf8");
    const { files } = JSON.parse(marker) as { files: Record<string, string> };
    return Object.keys(files).filter((name) => name.includes("/side-by-side/"));
  };
  await publish([...letter, plainWork(["One edition.", "Another edition."])], site);
  expect(sideBySide()).toEqual(["jfk-1961-04-18/side-by-side/index.html", "letter/side-by-side/index.html"]);
  expect(existsSync(path.join(site, "letter", "side-by-side", "index.html"))).toBe(true);
  await publish(letter, site);
  expect(sideBySide()).toEqual(["jfk-1961-04-18/side-by-side/index.html"]);
  expect(existsSync(path.join(site, "letter"))).toBe(false);
});

it("refuses a folder of somebody else's, an unknown work and what is no address", async () => {
  writeFileSync(path.join(root, "mine.txt"), "mine");
  for (const [args, what] of [
    [["publish", root], /is not empty/],
    [["publish", path.join(root, "b"), "--work", "none"], /no work "none"/],
    [["publish", path.join(root, "b"), "--base-url", "ftp://x"], /--base-url is no address/],
    [
      ["publish", path.join(root, "b"), "--base-url", "https://me:secret@x.example/"],
      /--base-url is no address/,
    ],
  ] as [string[], RegExp][]) {
    const ran = await run(args);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toMatch(what);
    expect(ran.err).not.toContain("secret");
  }
});

it("links quotes and citations to their sentence where the pages are published, and nowhere otherwise", async () => {
  const env = { QUOTH_PUBLISHED_URL: "https://letters.example/kennedy" };
  const address = "https://letters.example/kennedy/jfk-1961-04-18/#3.1";
  const quote = await run(["quote", "3.1-2", "--json"], env);
  expect(JSON.parse(quote.out)).toMatchObject({ quotes: [{ url: address }] });
  expect((await run(["quote", "3.1"], env)).out).toContain(address);
  const cited = await run(["cite", "3.1@ucsb"], env);
  expect(cited.err).toContain("https://letters.example/kennedy/jfk-1961-04-18/@ucsb/#3.1");
  expect(cited.out).not.toContain("letters.example");
  expect((await run(["quote", "3.1", "--json"])).out).not.toContain('"url"');
});
