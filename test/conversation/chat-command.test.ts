import { describe, expect, it } from "vitest";
import { runCli } from "../../src/cli/run-cli.js";

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function chat(lines: readonly string[], ...options: readonly string[]): Promise<Ran> {
  let out = "";
  let err = "";
  const code = await runCli(["chat", ...options], {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    lines: async function* () {
      await Promise.resolve();
      yield* lines;
    },
    env: process.env,
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 100,
  });
  return { code, out, err };
}

const objects = ({ out }: Ran): readonly Record<string, unknown>[] =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("quoth chat", () => {
  it("answers a line at a time, without a prompt or colours where nobody types", async () => {
    const { code, out, err } = await chat(["3.1", "what comes next?", "cite that", "quit", "3.3"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("intends no military");
    expect(out).toContain("In the event of any military intervention");
    expect(out).not.toContain("admiration");
    expect(out).not.toMatch(/^> |\u001b/m);
  });

  it("goes on after what goes wrong", async () => {
    const { code, out, err } = await chat(["", "3.1@nobody", "x:3.1", "3.2"]);
    expect(code).toBe(0);
    expect(err).toContain("Nothing was said");
    expect(err).toContain('no edition "nobody"');
    expect(out).toContain("In the event of");
  });

  it("--json prints a turn with its state on each line", async () => {
    const turns = objects(await chat(["3.1", "", "next", "other edition"], "--json"));
    expect(turns.map(({ said, move, kind }) => [said, move, kind])).toEqual([
      ["3.1", "read", "quotes"],
      ["", undefined, undefined],
      ["next", "next", "quotes"],
      ["other edition", "edition", "remarks"],
    ]);
    expect(turns[1]?.["error"]).toMatchObject({ code: "blank-question" });
    expect(turns.every((turn) => turn["version"] === 1 && typeof turn["state"] === "object")).toBe(true);
  });

  it("--jsonl leaves the state to the caller", async () => {
    const [first] = objects(await chat(['{"id":"a","said":"3.1"}'], "--jsonl"));
    const turns = objects(
      await chat(
        [
          JSON.stringify({ id: 7, said: "next", state: first?.["state"] }),
          '{"id":"b","said":"next"}',
          '"3.4"',
          "{bad",
          '{"id":"c"}',
          '{"id":"d","said":"next","state":{"version":9}}',
        ],
        "--jsonl",
      ),
    );
    expect(first).toMatchObject({ version: 1, id: "a", move: "read", repeated: false });
    expect(turns[0]).toMatchObject({ id: "7", quotes: [{ reference: "jfk-1961-04-18:3.2" }] });
    expect(turns[1]).toMatchObject({ id: "b", remarks: [{ code: "nothing-shown" }] });
    expect(turns[2]).toMatchObject({ move: "read" });
    expect(turns[3]).toMatchObject({ error: { code: "bad-line" } });
    expect(turns[4]).toMatchObject({ id: "c", error: { code: "bad-line" } });
    expect(turns[5]).toMatchObject({ id: "d", error: { code: "usage" } });
  });

  it("bears hostile words", async () => {
    const { code, out } = await chat([
      "\u001b[2J\u202e evil",
      "`rm -rf /`",
      "@everyone ||x||",
      "3.1@\u0000",
      "a".repeat(20_000),
    ]);
    expect(code).toBe(0);
    expect(out).not.toMatch(/[\u001b\u202e\u0000]/);
  });

  it("says what is wrong with its options", async () => {
    expect((await chat([], "--limit", "none")).code).toBe(2);
    expect((await chat(["next"], "--corpus", "/nowhere")).code).toBe(3);
  });
});
