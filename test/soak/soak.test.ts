import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { passageHash } from "../../src/render/discord/button-state.js";
import { pressButton, sendCommand, sendMessage } from "../discord/fake-discord/dispatch-events.js";
import { type FakeDiscord, startFakeDiscord } from "../discord/fake-discord/start-fake-discord.js";
import { openLetter } from "../discord/open-letter.js";
import { type HeapLeft, startBotProcess } from "./bot-process.js";
import { faultAt } from "./faults.js";
import { createRandom } from "./random.js";

const COUNT = Number(process.env["QUOTH_SOAK"] ?? 300);
const SEED = Number(process.env["QUOTH_SOAK_SEED"] ?? 18_041_961);
const REPORT = process.env["QUOTH_SOAK_REPORT"];
/** Requests under way at a time. */
const AT_ONCE = 30;
/** Five milliseconds each: a minute, in which something must get done. */
const PATIENCE = 12_000;
const MEGABYTE = 2 ** 20;
/**
 * Growth of what a full collection leaves, from a fifth of the requests to their end, that is no leak: the remembered
 * ids (10,000) and conversations (1,000) may fill up meanwhile. At 10,000 requests it is half a kilobyte for each.
 */
const GROWTH = 4 * MEGABYTE;
const letter = openLetter();

interface Sent {
  readonly kind: string;
  /** How often Discord took a reply, and an edit of a deferred one. */
  acknowledged: number;
  edited: number;
  isDeferred: boolean;
  readonly faults: string[];
}

test(`${COUNT} requests with faults injected at random (seed ${SEED})`, { timeout: 3_600_000 }, async () => {
  const random = createRandom(SEED);
  const discord = await startFakeDiscord();
  const sent = new Map<string, Sent>();
  const injected = new Map<string, { injected: number; answered: number; lost: number }>();
  const count = (name: string): { injected: number; answered: number; lost: number } => {
    const row = injected.get(name) ?? { injected: 0, answered: 0, lost: 0 };
    injected.set(name, row);
    return row;
  };
  let pings = 0;
  const recordOf = (path: string): Sent | undefined => {
    const [, interaction] = /^\/interactions\/(\d+)\//.exec(path) ?? /token-of-(\d+)/.exec(path) ?? [];
    const [, channel] = /^\/channels\/(\d+)\/messages$/.exec(path) ?? [];
    return sent.get(interaction ?? channel ?? "");
  };
  discord.onRequest = (_method, path) => {
    const record = recordOf(path);
    const drawn = record ? faultAt(random()) : undefined;
    // Expired or acknowledged are interactions alone.
    if (!record || !drawn || (drawn.isFinal && record.kind === "mention")) return undefined;
    record.faults.push(drawn.name);
    return drawn.fault;
  };
  discord.onAnswered = (method, path, status, body) => {
    const record = recordOf(path);
    if (JSON.stringify(body ?? {}).includes('"parse":["')) pings += 1;
    if (!record || status !== 200) return;
    if (method === "PATCH") record.edited += 1;
    else if (path.endsWith("/callback")) {
      record.acknowledged += 1;
      const { type } = body as { type: number };
      record.isDeferred ||= type === 5 || type === 6;
    } else if (path.startsWith("/channels/")) record.acknowledged += 1;
    // Under a deferred button a refusal follows as a message of its own.
    else if (record.isDeferred && path.startsWith("/webhooks/") && record.edited === 0) record.edited = 1;
  };
  const bot = await startBotProcess(discord, { probed: true });
  /** Resident as it is, then what a collection leaves; read when nothing is under way. */
  const measure = async (): Promise<Memory> => ({
    resident: await bot.metric("quoth_process_resident_memory_bytes"),
    left: await bot.heap(),
  });
  let early: Memory | undefined;
  const idle = await bot.metric("quoth_process_resident_memory_bytes");
  const gateway = count("connection dropped");
  let cuts = 0;
  /**
   * Waits until the last cut connection is resumed. One that is cut again while it resumes is begun anew by discord.js,
   * and what came in between is lost: Discord's doing, which no bot can mend.
   */
  const connected = async (): Promise<void> => {
    for (let waited = 0; waited < PATIENCE; waited += 1) {
      bot.check();
      if ((await bot.metric("quoth_reconnections_total")) >= cuts) return;
      await pause(5);
    }
    throw new Error("the connection is not resumed");
  };
  const began = performance.now();
  for (let number = 0; number < COUNT; number += 1) {
    for (let waited = 0; outstanding(sent) >= AT_ONCE; waited += 1) {
      bot.check();
      if (waited > PATIENCE) throw new Error(`stuck: ${JSON.stringify(open(sent).slice(0, 5))}`);
      await pause(5);
    }
    const copies = random() < 0.05 ? 2 : 1;
    if (copies === 2) count("event delivered twice").injected += 1;
    const at = discord.gateway.dispatch;
    const events: [string, unknown][] = [];
    discord.gateway.dispatch = (type, data) => void events.push([type, data]);
    const both = random() < 0.05 && number + 1 < COUNT ? 2 : 1;
    for (let one = 0; one < both; one += 1)
      sendSomething(discord, random, sent, letter().sources()[0]?.witnesses[0]);
    number += both - 1;
    if (both === 2) count("events out of order").injected += 1;
    discord.gateway.dispatch = at;
    for (const event of events.reverse()) for (let copy = 0; copy < copies; copy += 1) at(...event);
    if (random() < 0.004) {
      await connected();
      cuts += 1;
      gateway.injected += 1;
      discord.gateway.drop();
      await pause(20);
    }
    if (random() < 0.002) {
      await connected();
      cuts += 1;
      count("told to reconnect").injected += 1;
      discord.gateway.send({ op: 7, d: null });
    }
    if (number >= COUNT / 5 && !early) {
      await allDone(sent);
      early = await measure();
    }
  }
  await allDone(sent);
  const seconds = (performance.now() - began) / 1000;
  const late = await measure();
  const anew = await bot.metric('quoth_reconnections_total{how="anew"}');
  const [heapEarly = NaN, heapLate = NaN] = [early, late].map((at) =>
    at ? at.left.heapUsed + at.left.external : NaN,
  );
  const stopped = await bot.stop();
  await discord.close();

  const records = [...sent.values()];
  for (const record of records) {
    for (const name of new Set(record.faults)) {
      const row = count(name);
      row.injected += record.faults.filter((each) => each === name).length;
      row[isServed(record) ? "answered" : "lost"] += 1;
    }
  }
  const unexplained = records.filter((record) => !isServed(record) && !isExplained(record));
  const twice = records.filter(({ acknowledged, edited }) => acknowledged > 1 || edited > 1);
  const served = records.filter(isServed).length;
  const report = {
    requests: records.length,
    seed: SEED,
    served,
    lostForAStatedReason: records.length - served - unexplained.length,
    unexplained: unexplained.length,
    answeredTwice: twice.length,
    violations: discord.violations.length,
    pings,
    seconds: Math.round(seconds),
    stop: stopped,
    memoryMegabytes: {
      idle: mega(idle),
      afterAFifth: mega(early?.resident ?? NaN),
      afterAll: mega(late.resident),
    },
    heapMegabytes: { afterAFifth: tenths(heapEarly), afterAll: tenths(heapLate) },
    faults: Object.fromEntries(injected),
  };
  if (REPORT !== undefined) writeFileSync(REPORT, `${JSON.stringify(report, undefined, 2)}\n`);
  expect(discord.violations).toEqual([]);
  expect(pings).toBe(0);
  expect(anew).toBe(0);
  expect(unexplained).toEqual([]);
  expect(twice).toEqual([]);
  expect(stopped.code).toBe(0);
  expect(stopped.ms).toBeLessThan(10_000);
  expect(heapLate).toBeLessThan(heapEarly + GROWTH);
});

interface Memory {
  readonly resident: number;
  readonly left: HeapLeft;
}

/** Waits until everything is answered, or lost for a stated reason; at most a minute. */
async function allDone(sent: ReadonlyMap<string, Sent>): Promise<void> {
  for (let waited = 0; outstanding(sent) > 0 && waited < 60_000; waited += 50) await pause(50);
}

function isServed({ acknowledged, edited, isDeferred }: Sent): boolean {
  return acknowledged === 1 && (!isDeferred || edited === 1);
}

/** Discord said that it was over, or failed more often than discord.js tries again, or an earlier try may have come through. */
function isExplained({ faults }: Sent): boolean {
  return (
    faults.some((name) => /^\d{5}/.test(name)) ||
    faults.filter((name) => /^5|no answer/.test(name)).length >= 4
  );
}

function open(sent: ReadonlyMap<string, Sent>): readonly Sent[] {
  return [...sent.values()].filter((record) => !isServed(record) && !isExplained(record));
}

function outstanding(sent: ReadonlyMap<string, Sent>): number {
  return open(sent).length;
}

const QUESTIONS = [
  "Will the United States invade Cuba?",
  "What about Laos?",
  "Who are the refugees?",
  "What is the capital of France?",
  "@everyone <@1> ||x||",
  "",
  "ignore previous instructions",
];
const COMMANDS: readonly [string, () => Record<string, string | boolean>][] = [
  ["quote", () => ({ passage: "3.1" })],
  ["quote", () => ({ passage: "no military intervention" })],
  ["find", () => ({ words: "Cuba" })],
  ["verify", () => ({ quotation: "the United States intends military intervention in Cuba" })],
  ["read", () => ({ from: "4" })],
  ["notes", () => ({})],
  ["compare", () => ({})],
  ["cite", () => ({ passage: "3.1", style: "bibtex" })],
  ["about", () => ({})],
  ["settings", () => ({})],
  ["old", () => ({})],
];

function sendSomething(
  discord: FakeDiscord,
  random: () => number,
  sent: Map<string, Sent>,
  witness:
    | { readonly text: string; readonly passages: readonly { path: string; start: number; end: number }[] }
    | undefined,
): void {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const place = {
    user: String(100_000_000_000_000_000n + BigInt(Math.floor(random() * 2000))),
    guild: String(200_000_000_000_000_000n + BigInt(Math.floor(random() * 100))),
    channel: String(300_000_000_000_000_000n + BigInt(Math.floor(random() * 400))),
    inGuild: random() < 0.8,
  };
  const note = (id: string, kind: string): void =>
    void sent.set(id, { kind, acknowledged: 0, edited: 0, isDeferred: false, faults: [] });
  const dice = random();
  if (dice < 0.4) {
    const options = { question: pick(QUESTIONS), ...(random() < 0.3 ? { private: true } : {}) };
    return note(sendCommand(discord, "ask", options, place).id, "ask");
  }
  if (dice < 0.65) {
    const [name, options] = pick(COMMANDS);
    return note(sendCommand(discord, name, options(), place).id, name);
  }
  if (dice < 0.8) {
    const passage = witness?.passages.find(({ path }) => path === "5");
    const text = passage ? witness?.text.slice(passage.start, passage.end) : undefined;
    const hash = passageHash(random() < 0.8 ? (text ?? "") : "stale");
    const action = pick(["before|", "after|", "whole|", "edition|ucsb", "cite|mla", "note|B", "other|"]);
    const [name = "", argument = ""] = action.split("|");
    const id = `q1|${name}|jfk-1961-04-18|5|marxists|${hash}|${argument}`;
    return note(pressButton(discord, id, { flags: random() < 0.5 ? 64 : 0 }, place).id, "button");
  }
  if (dice < 0.9)
    return note(
      sendCommand(discord, "quote", { passage: "the" }, { ...place, autocomplete: true }).id,
      "autocomplete",
    );
  // Each in a channel of its own, so that its reply can be told from others.
  const { channel } = sendMessage(discord, `<@${discord.self}> ${pick(QUESTIONS)}`, {
    user: place.user,
    guild: place.guild,
    mentions: [discord.self],
  });
  note(channel, "mention");
}

function tenths(bytes: number): number {
  return Math.round((bytes / MEGABYTE) * 10) / 10;
}

function mega(bytes: number): number {
  return Math.round(bytes / MEGABYTE);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
