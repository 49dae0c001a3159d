import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../../src/cli/run-cli.js";
import { importReportSchema } from "../../src/edition/import/import-report.js";

let corpus = "";
let file = "";
beforeEach(() => {
  corpus = mkdtempSync(path.join(tmpdir(), "quoth-corpus-"));
  file = path.join(corpus, "bridge.txt");
  writeFileSync(file, "At the Bridge\n\nThe bridge is broken.\n\nPrinted in the Gazette.\n");
});
afterEach(() => rmSync(corpus, { recursive: true, force: true }));

/** Runs a command line at which somebody types these lines, or nobody sits. */
async function run(args: readonly string[], typed?: readonly string[]) {
  let out = "";
  let err = "";
  const code = await runCli(["import", ...args, "--corpus", corpus], {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    async *lines() {
      yield* typed ?? [];
    },
    env: {},
    inIsTerminal: typed !== undefined,
    outIsTerminal: false,
    errIsTerminal: false,
    columns: undefined,
  });
  return { code, out, err };
}
const work = (id: string, name: string): string => readFileSync(path.join(corpus, id, name), "utf8");

describe("quoth import at a terminal", () => {
  it("asks for what the file does not say, shows every block, and takes corrections", async () => {
    const { code, err } = await run(
      [file],
      ["Ann Author", "", "1871", "bridge", "gazette", "3 metadata", "9 note", "x", ""],
    );
    expect(code).toBe(0);
    expect(err).toMatch(/Title \[At the Bridge\]/);
    expect(err).toMatch(/2 {2}text +paragraph +The bridge is broken\./);
    expect(err).toMatch(/There are blocks 1 to 3\./);
    expect(work("bridge", "work.yaml")).toMatch(
      /author: "Ann Author"\n[^]*date: "1871"[^]*siglum: "gazette"/,
    );
    expect(work("bridge", "blocks.yaml")).toContain('[metadata, provenance, "Printed in the Gazette."]');
  });

  it.each([
    ["at the first question", []],
    ["at the blocks", ["A", "", "", "", "", "q"]],
    ["by the end of input", ["A", "", ""]],
  ])("leaves nothing behind when it is given up %s", async (_, typed) => {
    const { code, err } = await run([file], typed);
    expect(code).toBe(1);
    expect(err).toMatch(/Nothing was written/);
    expect(readdirSync(corpus)).toEqual(["bridge.txt"]);
  });
});

describe("quoth import in a script", () => {
  it("prints a report that its schema describes, and writes nothing when it is dry", async () => {
    const dry = await run([file, "--author", "A", "--id", "b", "--dry-run", "--json"]);
    expect(importReportSchema.parse(JSON.parse(dry.out)).works[0]).toMatchObject({ id: "b", written: false });
    expect(existsSync(path.join(corpus, "b"))).toBe(false);
    const { code, out } = await run([file, "--author", "A", "--author", "B", "--id", "b", "--yes", "--json"]);
    expect(code).toBe(0);
    expect(importReportSchema.parse(JSON.parse(out)).works[0]).toMatchObject({
      authors: ["A", "B"],
      written: true,
    });
  });

  it.each([
    ["nobody to ask", [], 2, /nobody at this terminal/],
    ["no author", ["--yes"], 2, /who wrote it[^]*--author/],
    ["an unknown option", ["--yes", "--wat"], 2, /unknown option/],
    ["no such work", ["--yes", "--author", "A", "--witness-of", "z"], 2, /no work "z"/],
  ])("refuses %s, with the contract's exit code", async (_, more, code, message) => {
    const ran = await run([file, ...more]);
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(message);
    expect(readdirSync(corpus)).toEqual(["bridge.txt"]);
  });
});
