import { execFileSync } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { replyTo, sendCommand, textsOf } from "../discord/fake-discord/dispatch-events.js";
import { startFakeDiscord } from "../discord/fake-discord/start-fake-discord.js";
import { startBotProcess } from "./bot-process.js";

const QUESTION = { question: "Will the United States invade Cuba?" };

test("while the encoder does not answer, every question is acknowledged, and what needs no encoder is answered", async () => {
  const discord = await startFakeDiscord();
  onTestFinished(() => discord.close());
  const bot = await startBotProcess(discord);
  const encoders = childrenOf(bot.pid);
  expect(encoders).not.toEqual([]);
  onTestFinished(() => encoders.forEach((pid) => quietly(() => process.kill(pid, "SIGKILL"))));

  for (const pid of encoders) process.kill(pid, "SIGSTOP");
  const asked = Array.from({ length: 5 }, () => sendCommand(discord, "ask", QUESTION));
  const typed = sendCommand(discord, "quote", { passage: "no military" }, { autocomplete: true });
  const looked = sendCommand(discord, "quote", { passage: "3.1" });

  // The encoder is stuck until all of this has arrived: none of it can have waited for it.
  const callback = ({ id, token }: { id: string; token: string }) =>
    discord.requests.next("POST", `/interactions/${id}/${token}/callback`);
  for (const one of asked) expect((await callback(one)).body).toEqual({ type: 5 });
  const suggested = (await callback(typed)).body as { type: number; data: { choices: unknown[] } };
  expect(suggested.type).toBe(8);
  expect(suggested.data.choices.length).toBeGreaterThan(0);
  expect(textsOf(await replyTo(discord, looked)).join()).toContain("no military intervention");
  expect(discord.requests.all.filter(({ method }) => method === "PATCH")).toEqual([]);

  for (const pid of encoders) process.kill(pid, "SIGCONT");
  for (const { token } of asked) {
    const path = `/webhooks/${discord.application}/${token}/messages/@original`;
    const { body } = await discord.requests.next("PATCH", path);
    expect(textsOf(body as never).join()).toContain("no military intervention");
  }
  expect((await bot.stop()).code).toBe(0);
  expect(discord.violations).toEqual([]);
});

/** The processes that a process has started. */
function childrenOf(parent: number): readonly number[] {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  return table
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, ppid]) => ppid === parent)
    .map(([pid = NaN]) => pid);
}

function quietly(work: () => unknown): void {
  try {
    work();
  } catch {
    // It has ended by itself.
  }
}
