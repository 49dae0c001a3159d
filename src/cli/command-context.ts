import type { Command } from "commander";
import { LAYERS, type Layer } from "../edition/layer.js";
import { QuothError } from "../edition/quoth-error.js";
import type { OpenedQuoth, OpenOptions } from "../quoth.js";
import type { Scope } from "../conversation/quoth.js";
import type { TerminalStyle } from "../render/terminal/style.js";
import type { ExitCode } from "./exit-code.js";
import type { Io } from "./io.js";
import type { Progress } from "./progress.js";

/** The options that every command understands. */
export interface CommonOptions {
  readonly corpus?: string;
  readonly data?: string;
  readonly work?: readonly string[];
  readonly author?: readonly string[];
  readonly before?: string;
  readonly after?: string;
  readonly voice?: readonly string[];
  readonly witness?: string;
  readonly layer?: string;
  readonly limit?: string;
  readonly json?: boolean;
  readonly jsonl?: boolean;
}

/** What a command is given to work with. */
export interface CommandContext {
  readonly io: Io;
  readonly style: TerminalStyle;
  readonly progress: Progress;
  /** Opens the corpus with the options given and closes it when `use` is done. */
  withQuoth<T>(
    options: CommonOptions,
    use: (quoth: OpenedQuoth) => Promise<T>,
    more?: Partial<OpenOptions>,
  ): Promise<T>;
  /** Runs an action and keeps its exit code. */
  run(action: () => Promise<ExitCode>): Promise<void>;
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, context: CommandContext) => void;

/** Adds the options that look-ups share. */
export function withScope(command: Command): Command {
  return withWorks(withPlaces(command))
    .option("--voice <name>", "only what this author, speaker or editor says (may be given again)", collect)
    .option("--witness <siglum>", "only this edition")
    .option("--layer <list>", `only these layers, separated by commas: ${LAYERS.join(", ")}`)
    .option("--limit <n>", "the most quotes to print")
    .option("--json", "print one JSON object");
}

/** The options that choose among works. */
export function withWorks(command: Command): Command {
  return command
    .option("--work <id>", "only this work (may be given again, or a list with commas)", collect)
    .option("--author <name>", "only works by this author; the surname will do (may be given again)", collect)
    .option(
      "--before <date>",
      "only works dated before it: 1863-11-19, 1863-11 or 1863; undated ones are left out",
    )
    .option("--after <date>", "only works dated after it, likewise");
}

export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

export function withPlaces(command: Command): Command {
  return command
    .option("--corpus <dir>", "the folder of works (default: corpus/)")
    .option("--data <dir>", "the folder of built indexes (default: embeddings/)");
}

/** @throws QuothError `usage` for an unknown layer or a limit that is no positive number. */
export function scopeOf(options: CommonOptions): Scope {
  return {
    ...worksOf(options),
    ...(options.voice === undefined ? {} : { voice: options.voice }),
    ...(options.witness === undefined ? {} : { witness: options.witness }),
    ...(options.layer === undefined ? {} : { layers: parseLayers(options.layer) }),
    ...(options.limit === undefined ? {} : { limit: parseLimit(options.limit) }),
  };
}

/** The part of a scope that is about works. */
export function worksOf({ work, author, before, after }: CommonOptions): Scope {
  return {
    ...(work === undefined ? {} : { work }),
    ...(author === undefined ? {} : { author }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function parseLayers(list: string): readonly Layer[] {
  return list.split(",").map((name) => {
    const layer = LAYERS.find((one) => one === name.trim().toLowerCase());
    if (layer) return layer;
    throw new QuothError("usage", `"${name}" is no layer.`, {
      remedy: `Name some of: ${LAYERS.join(", ")}.`,
    });
  });
}

function parseLimit(limit: string): number {
  const count = Number(limit);
  if (/^\d+$/.test(limit) && count >= 1 && count <= 10_000) return count;
  throw new QuothError("usage", `"${limit}" is no number of quotes.`, {
    remedy: "Give --limit a number from 1 to 10000.",
  });
}
