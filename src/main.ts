#!/usr/bin/env node
import { createInterface } from "node:readline";
import { startEarly } from "./start-early.js";

const argv = process.argv.slice(2);
const early = startEarly(argv, process.env);
// Imported afterwards, for it takes as long as the encoder needs to come up.
const { runCli } = await import("./cli/run-cli.js");

// A reader that has had enough ("| head") is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 4);
});

// Nobody reads what goes wrong any more: that changes neither the answer nor its exit code.
process.stderr.on("error", () => undefined);

/** Where there is no terminal, Node says undefined, which elsewhere may stand for "unless it is said". */
const isTerminal = ({ isTTY }: { readonly isTTY?: boolean }): boolean => isTTY === true;

const code = await runCli(
  argv,
  {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    lines: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
    typed: () => {
      const typed = createInterface({ input: process.stdin, output: process.stderr });
      typed.on("SIGINT", () => typed.close());
      return typed;
    },
    inIsTerminal: isTerminal(process.stdin),
    env: process.env,
    outIsTerminal: isTerminal(process.stdout),
    errIsTerminal: isTerminal(process.stderr),
    columns: process.stdout.columns,
  },
  early,
);
void early?.encoder.then(
  (encoder) => encoder.close(),
  () => undefined,
);
process.exitCode = code;
