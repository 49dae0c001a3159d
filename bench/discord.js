// From an interaction to the bot's first response, beside a bare discord.js echo bot in the same, interleaved run.
// Writes bench/discord.json and bench/discord.md. Needs dist/ (npm run build:ts).
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadFakeDiscord } from "./load-fake-discord.js";

const HERE = path.dirname(fileURLToPath(import.meta.url));
/** Questions a second, and for how many seconds. */
const LOADS = [
  { rate: 1, seconds: 20 },
  { rate: 10, seconds: 12 },
  { rate: 50, seconds: 8 },
];
const ROUNDS = 2;
const QUESTIONS = readFileSync(path.join(HERE, "../test/data/letter-questions.jsonl"), "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => JSON.parse(line).question);

const { startFakeDiscord, sendCommand } = await loadFakeDiscord();
const folder = mkdtempSync(path.join(os.tmpdir(), "quoth-bench-"));
const bots = {
  quoth: await startBot([path.join(HERE, "../dist/main.js"), "bot"]),
  echo: await startBot([path.join(HERE, "discord-echo-bot.js")]),
};
const times = {};
for (const name of Object.keys(bots)) await ask(bots[name], 20, 1);
const idle = Object.fromEntries(Object.entries(bots).map(([name, bot]) => [name, memory(bot.pid)]));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const { rate, seconds } of LOADS) {
    for (const [name, bot] of Object.entries(bots)) {
      (times[`${name} ${rate}`] ??= []).push(...(await ask(bot, rate, seconds / ROUNDS)));
    }
  }
}
const after = Object.fromEntries(Object.entries(bots).map(([name, bot]) => [name, memory(bot.pid)]));
for (const bot of Object.values(bots)) {
  process.kill(bot.pid, "SIGTERM");
  await bot.exited;
  await bot.discord.close();
}
rmSync(folder, { recursive: true, force: true });
report();

async function startBot(args) {
  const discord = await startFakeDiscord();
  const waiting = new Map();
  discord.onAnswered = (_method, url) => {
    const id = /^\/interactions\/(\d+)\//.exec(url)?.[1];
    waiting.get(id)?.();
  };
  const env = {
    ...process.env,
    DISCORD_TOKEN: discord.token,
    QUOTH_DISCORD_API: discord.api,
    QUOTH_LOG_LEVEL: "warn",
    QUOTH_DATABASE: path.join(folder, "q.sqlite"),
  };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  await Promise.race([
    once(child.stdout, "data"),
    exited.then(() => Promise.reject(new Error(`${args[0]} did not start`))),
  ]);
  return { discord, waiting, pid: child.pid, exited };
}

/** Milliseconds from each event's dispatch until its first response was taken. */
async function ask({ discord, waiting }, rate, seconds) {
  const pending = [];
  const began = performance.now();
  for (let number = 0; number < rate * seconds; number += 1) {
    const due = began + (number * 1000) / rate;
    while (performance.now() < due)
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const question = QUESTIONS[Math.floor(Math.random() * QUESTIONS.length)];
    const sentAt = performance.now();
    const { id } = sendCommand(discord, "ask", { question });
    pending.push(
      new Promise((resolve) => waiting.set(id, () => resolve(performance.now() - sentAt))).finally(() =>
        waiting.delete(id),
      ),
    );
  }
  return Promise.all(pending);
}

/** Megabytes of a process and of those that it has started: the encoder is one of its own. */
function memory(pid) {
  const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
    .trim()
    .split(" ")
    .filter(Boolean);
  return Math.round(own + children.reduce((sum, child) => sum + memory(child), 0));
}

function report() {
  const quantile = (list, share) =>
    Math.round(
      list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] * 10,
    ) / 10;
  const rows = Object.entries(times).map(([key, list]) => {
    const [bot, rate] = key.split(" ");
    return {
      bot,
      perSecond: Number(rate),
      responses: list.length,
      p50: quantile(list, 0.5),
      p99: quantile(list, 0.99),
      max: quantile(list, 1),
    };
  });
  const machine = `${os.cpus()[0]?.model}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  const soakFile = path.join(HERE, "discord-soak.json");
  let soak;
  try {
    soak = JSON.parse(readFileSync(soakFile, "utf8"));
  } catch {
    soak = undefined;
  }
  writeFileSync(
    path.join(HERE, "discord.json"),
    `${JSON.stringify({ machine, loadAverage: os.loadavg()[0], rows, memoryMegabytes: { idle, after } }, undefined, 2)}\n`,
  );
  const lines = [
    "# Discord: from an interaction to the first response",
    "",
    `${machine}; load average ${os.loadavg()[0].toFixed(1)}. A real gateway and HTTP server on loopback, which checks every body against Discord's OpenAPI description before the clock stops. \`npm run build:ts && node bench/discord.js\``,
    "",
    "| bot | questions a second | responses | p50 ms | p99 ms | longest ms |",
    "|---|---|---|---|---|---|",
    ...rows.map(
      ({ bot, perSecond, responses, p50, p99, max }) =>
        `| ${bot} | ${perSecond} | ${responses} | ${p50} | ${p99} | ${max} |`,
    ),
    "",
    `Discord's limit is 3,000 ms. Memory (MB): quoth ${idle.quoth} idle, ${after.quoth} after; echo ${idle.echo} idle, ${after.echo} after.`,
    ...(soak === undefined ? [] : soakLines(soak)),
    "",
  ];
  writeFileSync(path.join(HERE, "discord.md"), lines.join("\n"));
  console.log(lines.join("\n"));
}

function soakLines(soak) {
  const { idle: first, afterAFifth, afterAll } = soak.memoryMegabytes;
  const heap = soak.heapMegabytes;
  const left = heap
    ? `, of which a garbage collection leaves ${heap.afterAFifth} MB after a fifth and ${heap.afterAll} MB after all`
    : "";
  return [
    "",
    "## Soak",
    "",
    `${soak.requests} requests, seed ${soak.seed}, ${soak.seconds} s (\`npm run test:soak\`): ${soak.served} answered, ${soak.lostForAStatedReason} lost for a reason that Discord stated, ${soak.unexplained} otherwise; ${soak.answeredTwice} answered twice, ${soak.violations} bodies that Discord would not take, ${soak.pings} pings. Memory ${first} MB idle, ${afterAFifth} after a fifth, ${afterAll} after all${left}. SIGTERM: exit ${soak.stop.code} after ${soak.stop.ms} ms.`,
    "",
    "| fault | injected | requests that were answered all the same | requests lost |",
    "|---|---|---|---|",
    ...Object.entries(soak.faults).map(
      ([name, { injected, answered, lost }]) =>
        `| ${name} | ${injected} | ${answered || (lost === 0 ? "all" : 0)} | ${lost} |`,
    ),
  ];
}
