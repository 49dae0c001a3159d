import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../services/free-port.js";
import type { FakeDiscord } from "../discord/fake-discord/start-fake-discord.js";

const PROBE = new URL("heap-probe.js", import.meta.url).href;
const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

/** Bytes after a full garbage collection. */
export interface HeapLeft {
  readonly heapUsed: number;
  /** Of JavaScript's objects outside its heap: buffers, above all. */
  readonly external: number;
  readonly rss: number;
}

export interface BotProcess {
  readonly pid: number;
  /** @throws Error with the end of the log where the process has ended by itself. */
  check(): void;
  /** A gauge or a counter of /metrics, summed over its labels. */
  metric(name: string): Promise<number>;
  /** Collects garbage and tells what is left; for a process that was started to be probed. */
  heap(): Promise<HeapLeft>;
  /** Lines of the log so far that hold this text. */
  logged(text: string): number;
  /** Everything that it has written to stderr. */
  log(): string;
  /** Sends SIGTERM; gives the exit code and how long it took. */
  stop(): Promise<{ readonly code: number | null; readonly ms: number }>;
}

interface ProcessOptions {
  /** Environment settings beside those of the fake Discord. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whether what is left after a garbage collection can be asked for. */
  readonly probed?: boolean;
}

/** The program as it is installed (`dist/`), as a process of its own, logged in to a fake Discord. */
export async function startBotProcess(
  discord: FakeDiscord,
  { settings = {}, probed = false }: ProcessOptions = {},
): Promise<BotProcess> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), "quoth-soak-"));
  const child = spawn(
    process.execPath,
    [...(probed ? ["--expose-gc", "--import", PROBE] : []), MAIN, "bot"],
    {
      env: {
        ...process.env,
        DISCORD_TOKEN: discord.token,
        QUOTH_DISCORD_API: discord.api,
        QUOTH_METRICS_PORT: String(port),
        QUOTH_DATABASE: path.join(folder, "quoth.sqlite"),
        ...settings,
      },
      stdio: ["ignore", "pipe", "pipe", ...(probed ? ["ipc" as const] : [])],
    },
  );
  if (!child.stdout || !child.stderr) throw new Error("no pipes");
  let log = "";
  child.stderr.on("data", (data: Buffer) => (log += data.toString()));
  const exited = once(child, "exit") as Promise<[number | null]>;
  const ready = await Promise.race([once(child.stdout, "data"), exited.then(() => undefined)]);
  if (!ready) throw new Error(`the bot did not start: ${log}`);
  return {
    pid: child.pid ?? NaN,
    check() {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`the bot has ended (${child.exitCode ?? child.signalCode}): ${log.slice(-2000)}`);
    },
    async metric(name) {
      const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      const lines = text
        .split("\n")
        .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
      return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0);
    },
    async heap() {
      const told = once(child, "message") as Promise<[HeapLeft]>;
      child.send("heap");
      return (await told)[0];
    },
    log: () => log,
    logged: (text) => log.split("\n").filter((line) => line.includes(text)).length,
    async stop() {
      const began = performance.now();
      child.kill("SIGTERM");
      const [code] = await exited;
      rmSync(folder, { recursive: true, force: true });
      return { code, ms: Math.round(performance.now() - began) };
    },
  };
}
