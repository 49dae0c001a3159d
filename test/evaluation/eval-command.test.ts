import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../../src/cli/run-cli.js";

const articles = {
  version: "v2.0",
  data: [
    {
      title: "Bees",
      paragraphs: [
        {
          context: "Bees dance to tell where flowers are. The queen lays every egg of the hive.",
          qas: [
            {
              id: "b1",
              question: "Who lays the eggs of the hive?",
              answers: [{ text: "The queen", answer_start: 38 }],
            },
            {
              id: "b2",
              question: "Why do bees dance?",
              answers: [{ text: "to tell where flowers are", answer_start: 11 }],
            },
            { id: "b3", question: "How old does the queen become?", answers: [], is_impossible: true },
          ],
        },
      ],
    },
    {
      title: "Bridges",
      paragraphs: [
        {
          context: "The oldest bridge crosses the river at Mill Lane. It was built of oak in 1290.",
          qas: [
            {
              id: "r1",
              question: "What was the oldest bridge built of?",
              answers: [{ text: "oak", answer_start: 66 }],
            },
          ],
        },
      ],
    },
  ],
};

let folder = "";
const file = (name: string): string => path.join(folder, name);

async function run(...args: string[]) {
  let out = "";
  let err = "";
  const code = await runCli(["eval", ...args], {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    lines: async function* () {},
    env: process.env,
    outIsTerminal: false,
    errIsTerminal: false,
    columns: undefined,
  });
  return { code, out, err };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "quoth-eval-"));
  await writeFile(file("q.json"), JSON.stringify(articles));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("quoth eval", () => {
  it("measures a SQuAD file, records, compares, draws and reports", async () => {
    const first = await run(
      file("q.json"),
      "--json",
      "--baseline",
      file("b.json"),
      "--record",
      "--svg",
      file("q.svg"),
      "--per-question",
      file("q.jsonl"),
      "--report",
      file("q.md"),
      "--ablate",
      "dense",
    );
    expect(first.code, first.err).toBe(0);
    const { rows } = JSON.parse(first.out) as {
      rows: { name: string; corpus: object; figures: Record<string, { value: number }> }[];
    };
    expect(rows[0]?.name).toBe("q");
    expect(rows[0]?.corpus).toEqual({ passages: 2, sentences: 4 });
    expect(rows[0]?.figures["passage.r1"]?.value).toBe(1);
    expect(rows[0]?.figures["sentence.top3.position"]?.value).toBe(1);
    expect(await readFile(file("q.svg"), "utf8")).toContain("</svg>");
    expect(await readFile(file("q.md"), "utf8")).toContain("| dense |");
    expect((await readFile(file("q.jsonl"), "utf8")).trim().split("\n")).toHaveLength(4);

    const same = await run(file("q.json"), "--baseline", file("b.json"), "--paired", file("q.jsonl"));
    expect(same.code, same.err).toBe(0);
    expect(same.err).toContain("100.0 → 100.0  0.0 [0.0, 0.0]");
    expect(same.out).toContain("passage.r1");

    const recorded = JSON.parse(await readFile(file("b.json"), "utf8")) as {
      rows: {
        q: {
          figures: Record<string, { value: number; low: number; high: number; questions: number }>;
          ablations: Record<string, Record<string, object>>;
        };
      };
    };
    expect(recorded.rows.q.ablations["dense"]?.["passage.r1"]).toEqual({ difference: 0, low: 0, high: 0 });
    Object.assign(recorded.rows.q.figures["passage.r1"] ?? {}, {
      value: 0.2,
      low: 0.1,
      high: 0.3,
      questions: 1000,
    });
    await writeFile(file("b.json"), JSON.stringify(recorded));
    const risen = await run(file("q.json"), "--baseline", file("b.json"));
    expect(risen.code).toBe(1);
    expect(risen.err).toContain(
      "q, passage.r1: better than recorded, 100.0 where it was 20.0 [10.0, 30.0]; renew",
    );
  });
  it("keeps no ablations beside figures of another run", async () => {
    await run(file("q.json"), "--baseline", file("again.json"), "--record", "--ablate", "dense");
    await run(file("q.json"), "--baseline", file("again.json"), "--record");
    const { rows } = JSON.parse(await readFile(file("again.json"), "utf8")) as {
      rows: Record<string, object>;
    };
    expect(Object.keys(rows["q"] ?? {})).toEqual(["model", "corpus", "figures"]);
  });
  it("puts the questions of articles left out as foreign ones", async () => {
    const { code, out, err } = await run(
      file("q.json"),
      "--articles",
      "1-1",
      "--foreign",
      file("q.json"),
      "--json",
    );
    expect(code, err).toBe(0);
    const { rows } = JSON.parse(out) as {
      rows: { name: string; figures: Record<string, { questions: number }> }[];
    };
    expect(rows[0]?.name).toBe("q articles 1-1");
    expect(rows[0]?.figures["refused.default.foreign"]?.questions).toBe(1);
  });
  it.each([
    [["missing.json"], "missing.json cannot be read."],
    [["--half", "third"], '"third" is no half.'],
    [["--sample", "0"], '"0" is no number for --sample.'],
    [["--ablate", "luck"], '"luck" is nothing that can be switched off.'],
    [["test/data/xquad.en.json", "--articles", "40-50"], "There are no articles 40-50."],
    [["--articles", "nine"], '"nine" names no articles.'],
    [["--baseline", "/nowhere/b.json"], "/nowhere/b.json cannot be read."],
    [["--paired", "/nowhere/p.jsonl"], "/nowhere/p.jsonl cannot be read."],
  ])("says what is wrong with %j", async (args, message) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
