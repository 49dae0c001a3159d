import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const SCRIPT = fileURLToPath(new URL("../../scripts/readme-tables.js", import.meta.url));
const README = fileURLToPath(new URL("../../README.md", import.meta.url));

const run = async (...args: string[]): Promise<{ code: number; err: string }> => {
  try {
    const { stderr } = await promisify(execFile)(process.execPath, [SCRIPT, ...args]);
    return { code: 0, err: stderr };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, err: stderr };
  }
};

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "quoth-readme-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("README's tables", () => {
  it("are what was recorded", async () => {
    expect(await run("--check")).toEqual({ code: 0, err: "" });
  });
  it("are found out when a figure was typed, and written anew", async () => {
    const typed = path.join(folder, "typed.md");
    const readme = await readFile(README, "utf8");
    await writeFile(typed, readme.replace(/(with everything.*?)\d\d\.\d/, "$199.9"));
    const { code, err } = await run("--check", typed);
    expect(code).toBe(1);
    expect(err).toContain("npm run readme:tables");
    expect(await run(typed)).toEqual({ code: 0, err: "" });
    expect(await readFile(typed, "utf8")).toBe(readme);
  });
  it("give figures with and without a part, with the interval of the difference", async () => {
    const from = path.join(folder, "recorded");
    await mkdir(path.join(from, "bench"), { recursive: true });
    const figure = { value: 0.825, low: 0.8, high: 0.85, questions: 100, better: "higher" };
    await writeFile(
      path.join(from, "bench", "quality.json"),
      JSON.stringify({
        version: 1,
        rows: {
          "xquad.en": {
            figures: { "sentence.top1.position": figure },
            ablations: {
              dense: { "sentence.top1.position": { difference: -0.05, low: -0.07, high: -0.03 } },
            },
          },
        },
      }),
    );
    const readme = path.join(from, "README.md");
    await cp(README, readme);
    expect(await run("--from", from, readme)).toEqual({ code: 0, err: "" });
    const lines = (await readFile(readme, "utf8")).split("\n");
    const cells = (start: string): readonly string[] =>
      (lines.find((line) => line.startsWith(start)) ?? "").split("|").map((cell) => cell.trim());
    expect(cells("| **with everything**").slice(2, 5)).toEqual(["–", "**82.5** [80.0, 85.0]", "–"]);
    expect(cells("| without dense").slice(2, 5)).toEqual(["–", "77.5 (−5.0 [−7.0, −3.0])", "–"]);
    expect(lines).toContain("Not recorded.");
  });
  it("cannot be written where a comment is missing", async () => {
    const bare = path.join(folder, "bare.md");
    await writeFile(bare, "# Nothing\n");
    const { code, err } = await run(bare);
    expect(code).not.toBe(0);
    expect(err).toContain('lacks the comments "<!-- table others -->"');
  });
});
