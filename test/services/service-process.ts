import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Another's program that a test runs as a child. */
export interface ServiceProcess {
  /** Ends it, orderly or at once. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  start(): Promise<void>;
  /** Stops it in its tracks: connections stay open, and nothing is answered. */
  freeze(): void;
  thaw(): void;
}

interface Program {
  readonly command: string;
  readonly args: readonly string[];
  /** Whose process it is; the tests' own where left out. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** What it says when it is ready. */
  readonly ready: RegExp;
}

/** Runs a program in a process group of its own, and waits until it says that it is ready. */
export async function runService({ command, args, owner, ready }: Program): Promise<ServiceProcess> {
  let child: ChildProcess | undefined;

  function signal(name: NodeJS.Signals): void {
    if (child?.pid === undefined) return;
    process.kill(-child.pid, name);
  }

  async function start(): Promise<void> {
    const started = spawn(command, [...args], {
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      ...(owner ?? {}),
    });
    child = started;
    let said = "";
    await new Promise<void>((resolve, reject) => {
      const listen = (data: Buffer): void => {
        said += data.toString();
        if (ready.test(said)) resolve();
      };
      started.stdout.on("data", listen);
      started.stderr.on("data", listen);
      started.once("error", reject);
      started.once("exit", () => reject(new Error(`${command} ended: ${said}`)));
    });
  }

  await start();
  return {
    start,
    async stop(name = "SIGTERM") {
      const running = child;
      child = undefined;
      if (running?.pid === undefined || running.exitCode !== null) return;
      process.kill(-running.pid, "SIGCONT");
      const ended = once(running, "exit");
      process.kill(name === "SIGTERM" ? running.pid : -running.pid, name);
      await ended;
    },
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
  };
}
