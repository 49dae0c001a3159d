// Starting what is measured, as a user's shell would: a fresh process, its output on a pipe.
import { fork, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** Settings of the person at the keyboard must not leak into what is measured. */
const ENV = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:QUOTH_|NODE_OPTIONS$|DISCORD_)/.test(name)),
);

/**
 * Runs a script to its end.
 * @param {readonly string[]} args script and arguments
 * @param {{ memory?: boolean, codes?: readonly number[] }} [options] `memory` watches the process tree's resident
 *   set (Linux); not in a timed run, for the watching costs time. `codes`: exit codes that are no failure.
 * @returns {Promise<{ answerMs: number, exitMs: number, out: string, memory?: { tree: number, parts: number[] } }>}
 */
export function runScript(args, { memory = false, codes = [0] } = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { env: ENV, stdio: ["ignore", "pipe", "pipe"] });
    let answerMs = 0;
    let out = "";
    let err = "";
    const watch = memory ? watchMemory(child.pid) : undefined;
    child.stdout.on("data", (chunk) => {
      answerMs ||= performance.now() - start;
      out += chunk;
    });
    child.stderr.on("data", (chunk) => (err += chunk));
    child.on("error", reject);
    let exitMs = 0;
    child.on("exit", () => (exitMs = performance.now() - start));
    child.on("close", (code) => {
      const seen = watch?.();
      if (!codes.includes(code) || out.trim() === "")
        return reject(new Error(`${args.slice(1).join(" ")}: exit ${code}, "${out.trim()}"\n${err.trim()}`));
      resolve({ answerMs, exitMs, out, ...(seen ? { memory: seen } : {}) });
    });
  });
}

/** How often the tree is looked at, ms. */
const WATCH_EVERY = 4;

/** Peak of the sum over the tree, and each process's own peak (parent first), in MiB. */
function watchMemory(pid) {
  let tree = 0;
  const peaks = new Map();
  const look = () => {
    let sum = 0;
    for (const one of treeOf(pid)) {
      const status = readOr(`/proc/${one}/status`);
      const now = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
      const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
      sum += now;
      peaks.set(one, Math.max(peaks.get(one) ?? 0, peak));
    }
    tree = Math.max(tree, sum);
  };
  const timer = setInterval(look, WATCH_EVERY);
  return () => {
    clearInterval(timer);
    return tree === 0 ? undefined : { tree, parts: [...peaks.values()] };
  };
}

function treeOf(pid) {
  const children = readOr(`/proc/${pid}/task/${pid}/children`).trim();
  return [pid, ...(children === "" ? [] : children.split(" ").flatMap((child) => treeOf(Number(child))))];
}

function readOr(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/**
 * A script that answers one message with one message.
 * @param {readonly string[]} args
 * @returns {Promise<{ hello: any, ask(message: object): Promise<any>, stop(): Promise<void> }>}
 */
export function serve(args) {
  const [script, ...rest] = args;
  const child = fork(script, rest, { env: ENV, stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: [] });
  let take;
  let fail;
  const next = () =>
    new Promise((resolve, reject) => {
      take = resolve;
      fail = reject;
    });
  let ended = false;
  const end = new Promise((resolve) => child.once("exit", resolve)).then((code) => {
    ended = true;
    fail?.(new Error(`${script.split("/").at(-1)} ended early (${code})`));
  });
  const hello = next();
  child.on("message", (message) =>
    message.error ? fail(new Error(`${rest.join(" ")}: ${message.error}`)) : take(message),
  );
  return hello.then((first) => ({
    hello: first,
    ask(message) {
      const answer = next();
      child.send(message);
      return answer;
    },
    async stop() {
      if (!ended && child.connected) child.disconnect();
      await end;
    },
  }));
}
