// A bot as a process of its own, logged in to a Discord on loopback.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { loadFakeDiscord } from "./load-fake-discord.js";

export const { startFakeDiscord, sendCommand } = await loadFakeDiscord();

/** Starts one bot on a Discord; `settings` are environment settings. */
export async function startBot(args, { folder, discord, settings = {} }) {
  const env = {
    ...process.env,
    DISCORD_TOKEN: discord.token,
    QUOTH_DISCORD_API: discord.api,
    QUOTH_LOG_LEVEL: "warn",
    QUOTH_DATABASE: path.join(folder, "q.sqlite"),
    ...settings,
  };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  await Promise.race([
    once(child.stdout, "data"),
    exited.then(() => Promise.reject(new Error(`${args[0]} did not start`))),
  ]);
  return {
    pid: child.pid,
    async stop() {
      process.kill(child.pid, "SIGTERM");
      await exited;
    },
  };
}

/** Told when Discord has taken the first response to an interaction. */
export function createResponses(discord) {
  const waiting = new Map();
  discord.onAnswered = (_method, url) => {
    const id = /^\/interactions\/(\d+)\//.exec(url)?.[1];
    waiting.get(id)?.();
    waiting.delete(id);
  };
  return {
    /** Milliseconds from now until the interaction's first response was taken. */
    time({ id }, sentAt) {
      return new Promise((resolve) => waiting.set(id, () => resolve(performance.now() - sentAt)));
    },
  };
}

/** Megabytes of a process and of those that it has started: the encoder is one of its own. */
export function memory(pid) {
  const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
    .trim()
    .split(" ")
    .filter(Boolean);
  return Math.round(own + children.reduce((sum, child) => sum + memory(child), 0));
}
