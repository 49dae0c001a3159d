// From an interaction to the bot's first response, beside a bare discord.js echo bot in the same, interleaved run.
// Writes bench/discord.json and bench/discord.md. Needs dist/ (npm run build:ts).
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { AUTOCOMPLETE_GOAL_MS, measureAutocomplete } from "./discord-autocomplete.js";
import { createResponses, memory, sendCommand, startBot, startFakeDiscord } from "./discord-bot.js";
import { measureShards } from "./discord-shards.js";

const HERE = path.dirname(fileURLToPath(import.meta.url));
/** With --short everything runs and little is measured: nothing is written. */
const SHORT = process.argv.includes("--short");
/** Questions a second, and for how many seconds. */
const LOADS = SHORT
  ? [{ rate: 5, seconds: 2 }]
  : [
      { rate: 1, seconds: 20 },
      { rate: 10, seconds: 12 },
      { rate: 50, seconds: 8 },
    ];
const ROUNDS = SHORT ? 1 : 2;
const SUGGESTIONS = SHORT ? 20 : 1000;
const QUESTIONS = readFileSync(path.join(HERE, "../test/data/letter-questions.jsonl"), "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => JSON.parse(line).question);

const folder = mkdtempSync(path.join(os.tmpdir(), "quoth-bench-"));
const bots = {
  quoth: await prepareBot([path.join(HERE, "../dist/main.js"), "bot"]),
  echo: await prepareBot([path.join(HERE, "discord-echo-bot.js")]),
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
  await bot.stop();
  await bot.discord.close();
}
const suggestions = await measureAutocomplete(folder, SUGGESTIONS, Math.random);
const shards = await measureShards(folder);
rmSync(folder, { recursive: true, force: true });
report();

async function prepareBot(args) {
  const discord = await startFakeDiscord();
  return { discord, responses: createResponses(discord), ...(await startBot(args, { folder, discord })) };
}

/** Milliseconds from each event's dispatch until its first response was taken. */
async function ask({ discord, responses }, rate, seconds) {
  const pending = [];
  const began = performance.now();
  for (let number = 0; number < rate * seconds; number += 1) {
    const due = began + (number * 1000) / rate;
    while (performance.now() < due)
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const question = QUESTIONS[Math.floor(Math.random() * QUESTIONS.length)];
    const sentAt = performance.now();
    pending.push(responses.time(sendCommand(discord, "ask", { question }), sentAt));
  }
  return Promise.all(pending);
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
  const typing = suggestions.map(({ title, times: list }) => ({
    corpus: title,
    responses: list.length,
    p50: quantile(list, 0.5),
    p99: quantile(list, 0.99),
    max: quantile(list, 1),
  }));
  const record = {
    machine,
    loadAverage: os.loadavg()[0],
    rows,
    memoryMegabytes: { idle, after },
    typing,
    shards,
  };
  const lines = [
    "# Discord: from an interaction to the first response",
    "",
    `${machine}; load average ${os.loadavg()[0].toFixed(1)}. A real gateway and HTTP server on loopback, which checks every body against Discord's OpenAPI description before the clock stops. \`npm run bench:discord\``,
    "",
    "| bot | questions a second | responses | p50 ms | p99 ms | longest ms |",
    "|---|---|---|---|---|---|",
    ...rows.map(
      ({ bot, perSecond, responses, p50, p99, max }) =>
        `| ${bot} | ${perSecond} | ${responses} | ${p50} | ${p99} | ${max} |`,
    ),
    "",
    `Discord's limit is 3,000 ms. Memory (MB): quoth ${idle.quoth} idle, ${after.quoth} after; echo ${idle.echo} idle, ${after.echo} after.`,
    "",
    "## Autocomplete",
    "",
    `From what somebody types until the suggestions are taken; the goal is ${AUTOCOMPLETE_GOAL_MS} ms at p99.`,
    "",
    "| corpus | responses | p50 ms | p99 ms | longest ms |",
    "|---|---|---|---|---|",
    ...typing.map(
      ({ corpus, responses, p50, p99, max }) => `| ${corpus} | ${responses} | ${p50} | ${p99} | ${max} |`,
    ),
    "",
    "## Shards",
    "",
    "Memory of all processes together, encoders included, when they are logged in.",
    "",
    "| shards | servers | processes | MB |",
    "|---|---|---|---|",
    ...shards.map((row) => `| ${row.shards} | ${row.servers} | ${row.processes} | ${row.megabytes} |`),
    ...(soak === undefined ? [] : soakLines(soak)),
    "",
  ];
  if (!SHORT) {
    writeFileSync(path.join(HERE, "discord.json"), `${JSON.stringify(record, undefined, 2)}\n`);
    writeFileSync(path.join(HERE, "discord.md"), lines.join("\n"));
  }
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
