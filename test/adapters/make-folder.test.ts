import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder } from "../../src/adapters/files/make-folder.js";

const root = mkdtempSync(path.join(tmpdir(), "quoth-make-folder-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("makeFolder", () => {
  it("makes what is missing, and leaves what is there", () => {
    const deep = path.join(root, "a", "b", "c");
    makeFolder(deep);
    makeFolder(deep);
    makeFolder(root);
    expect(existsSync(deep)).toBe(true);
  });

  it("takes a relative path", () => {
    makeFolder(path.relative(process.cwd(), path.join(root, "d", "e")));
    expect(existsSync(path.join(root, "d", "e"))).toBe(true);
  });

  it("makes one where a link leads", () => {
    symlinkSync(path.join(root, "a"), path.join(root, "link"));
    makeFolder(path.join(root, "link", "f"));
    expect(existsSync(path.join(root, "a", "f"))).toBe(true);
  });

  it("fails where a file, or a link to nowhere, is in the way", () => {
    writeFileSync(path.join(root, "file"), "");
    symlinkSync(path.join(root, "nothing"), path.join(root, "dangling"));
    for (const name of ["file", "file/x", "dangling", "dangling/x"])
      expect(() => makeFolder(path.join(root, name)), name).toThrow(/EEXIST|ENOTDIR|ENOENT/);
  });

  it("comes to an end where no folder can be made, whatever the file system says", () => {
    expect(() => makeFolder("/proc/quoth")).toThrow(/^E/);
    expect(() => makeFolder("/proc/quoth/index/x")).toThrow(/^E/);
  });
});
