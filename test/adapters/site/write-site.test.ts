import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeSite } from "../../../src/adapters/site/write-site.js";

let root = "";
const at = (name: string): string => path.join(root, "site", name);
const site = (names: Record<string, string>) =>
  Object.entries(names).map(([name, content]) => ({ name, content }));
const write = (names: Record<string, string>) => writeSite(path.join(root, "site"), site(names));
const tree = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path.join(root, "site"), {
      recursive: true,
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(path.join(root, "site"), file), readFileSync(file, "utf8")] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
const pages = (): string[] => Object.keys(tree()).filter((name) => name !== "quoth-published.json");

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "quoth-site-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("writeSite", () => {
  it("writes a new folder and nothing beside it, readable by a web server", async () => {
    expect(await write({ "index.html": "i", "a/index.html": "ä" })).toEqual({
      files: 2,
      bytes: 3,
      changed: 2,
      removed: 0,
    });
    expect(pages()).toEqual(["a/index.html", "index.html"]);
    expect(readdirSync(root)).toEqual(["site"]);
  });

  it("writes again what changed alone, and the same marker for the same site", async () => {
    await write({ "index.html": "i", "a.html": "a" });
    const first = tree();
    expect(await write({ "a.html": "a", "index.html": "i" })).toMatchObject({ changed: 0, removed: 0 });
    expect(tree()).toEqual(first);
    expect(await write({ "a.html": "b", "index.html": "i" })).toMatchObject({ changed: 1 });
    rmSync(at("a.html"));
    expect(await write({ "a.html": "b", "index.html": "i" })).toMatchObject({ changed: 1 });
    expect(readFileSync(at("a.html"), "utf8")).toBe("b");
  });

  it("leaves no page of a work that was taken down, and other people's files alone", async () => {
    await write({ "index.html": "i", "a/index.html": "a", "a/cite/1.html": "c", "b/index.html": "b" });
    writeFileSync(at("CNAME"), "letters.example");
    writeFileSync(at("b/own.txt"), "mine");
    expect(await write({ "index.html": "i2" })).toMatchObject({ changed: 1, removed: 3 });
    expect(pages()).toEqual(["CNAME", "b/own.txt", "index.html"]);
    expect(readdirSync(path.join(root, "site")).sort()).toEqual([
      "CNAME",
      "b",
      "index.html",
      "quoth-published.json",
    ]);
  });

  it("refuses a folder that it has not written", async () => {
    mkdirSync(path.join(root, "site"));
    writeFileSync(at("thesis.doc"), "years of work");
    await expect(write({ "index.html": "i" })).rejects.toMatchObject({ code: "usage" });
    expect(tree()).toEqual({ "thesis.doc": "years of work" });
  });

  it("takes an empty folder", async () => {
    mkdirSync(path.join(root, "site"));
    await write({ "index.html": "i" });
    expect(pages()).toEqual(["index.html"]);
  });

  it("refuses where somebody has changed a page, or put one where a page is to go", async () => {
    await write({ "index.html": "i", "a.html": "a" });
    writeFileSync(at("a.html"), "better");
    await expect(write({ "index.html": "i" })).rejects.toThrow(/somebody has changed .*a\.html/);
    expect(readFileSync(at("a.html"), "utf8")).toBe("better");
    writeFileSync(at("a.html"), "a");
    writeFileSync(at("b.html"), "mine");
    await expect(write({ "index.html": "i", "b.html": "b" })).rejects.toThrow(/did not write: b\.html/);
    expect(readFileSync(at("b.html"), "utf8")).toBe("mine");
  });

  it.each(["../escaped.txt", "/etc/hostname", "a/../../escaped.txt", "C:\\x", ".."])(
    "believes no marker that leads out of the folder (%s)",
    async (name) => {
      await write({ "index.html": "i" });
      writeFileSync(path.join(root, "escaped.txt"), "keep");
      const marker = { version: 1, generator: "quoth publish", files: { [name]: "0".repeat(64) } };
      writeFileSync(at("quoth-published.json"), JSON.stringify(marker));
      await expect(write({ "index.html": "i" })).rejects.toThrow(/damaged/);
      expect(readFileSync(path.join(root, "escaped.txt"), "utf8")).toBe("keep");
    },
  );

  it("leaves everything as it was when a page fails, and nothing behind", async () => {
    await write({ "index.html": "i" });
    const before = tree();
    function* failing() {
      yield { name: "index.html", content: "new" };
      throw new Error("a fault in a page");
    }
    await expect(writeSite(path.join(root, "site"), failing())).rejects.toThrow(/a fault in a page/);
    expect(tree()).toEqual(before);
    expect(readdirSync(root)).toEqual(["site"]);
  });

  it("goes on from where an earlier one was killed", async () => {
    await write({ "index.html": "i", "a.html": "a" });
    // Killed after the marker that knows both, with one page new and one old.
    const marker = JSON.parse(readFileSync(at("quoth-published.json"), "utf8")) as {
      files: Record<string, unknown>;
    };
    const hash = marker.files["a.html"];
    await write({ "index.html": "i", "a.html": "b" });
    const now = JSON.parse(readFileSync(at("quoth-published.json"), "utf8")) as {
      files: Record<string, unknown>;
    };
    writeFileSync(
      at("quoth-published.json"),
      JSON.stringify({ ...now, files: { ...now.files, "a.html": [hash, now.files["a.html"]] } }),
    );
    writeFileSync(at("a.html"), "a");
    expect(await write({ "index.html": "i", "a.html": "b" })).toMatchObject({ changed: 1 });
    expect(readFileSync(at("a.html"), "utf8")).toBe("b");
  });

  it("says what is in the way where it cannot write", async () => {
    writeFileSync(path.join(root, "site"), "a file");
    await expect(write({ "index.html": "i" })).rejects.toMatchObject({ code: "usage" });
    await expect(
      writeSite(path.join(root, "site", "below"), site({ "index.html": "i" })),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/^(usage|publish-unwritable)$/) as string,
    });
    chmodSync(path.join(root, "site"), 0o644);
  });
});
