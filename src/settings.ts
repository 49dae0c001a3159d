import { availableParallelism } from "node:os";
import path from "node:path";
import { homeFolder } from "./home.js";
import { QuothError } from "./edition/quoth-error.js";

/** Where everything lies, and how ready quoth is to answer; read once, at the start. */
export interface Settings {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly modelsDir: string;
  readonly model: string | undefined;
  readonly hub: string;
  readonly point: "default" | "strict";
  /** The work that is meant where none is named. */
  readonly work?: string;
  /** Worker threads that embed while an index is built. */
  readonly workers: number;
  /** Where the works are published (`quoth publish`), with a slash at its end; quotes then bear an address there. */
  readonly published?: string;
}

/** More than four workers share the memory bus rather than the work. */
const MOST_WORKERS = 4;

/** Settings from the command line's options, then from the environment, then the defaults. */
export function readSettings(
  options: { readonly corpus?: string; readonly data?: string },
  env: Readonly<Record<string, string | undefined>>,
): Settings {
  // A variable that is set to nothing is not set.
  const given = (name: string): string | undefined => (env[name] === "" ? undefined : env[name]);
  const home = homeFolder();
  const work = given("QUOTH_WORK");
  const point = given("QUOTH_STRICTNESS") ?? "default";
  if (point !== "default" && point !== "strict") {
    throw new QuothError("settings", `QUOTH_STRICTNESS is "${point}".`, {
      remedy: "Set it to default or strict, or leave it out.",
    });
  }
  const published = given("QUOTH_PUBLISHED_URL");
  return {
    corpusDir: path.resolve(options.corpus ?? given("QUOTH_CORPUS") ?? path.join(home, "corpus")),
    dataDir: path.resolve(options.data ?? given("QUOTH_DATA") ?? path.join(home, "embeddings")),
    modelsDir: path.join(home, "embeddings", "models"),
    model: given("QUOTH_MODEL"),
    hub: given("QUOTH_HUB") ?? "https://huggingface.co",
    point,
    ...(work === undefined ? {} : { work }),
    workers: Math.min(MOST_WORKERS, availableParallelism()),
    ...(published === undefined
      ? {}
      : { published: parsePublishedUrl(published, "settings", "QUOTH_PUBLISHED_URL") }),
  };
}

/**
 * The address of a published site, with a slash at its end.
 * @throws QuothError `code`, naming where the address was given, for what is no http or https address of a folder.
 */
export function parsePublishedUrl(address: string, code: "settings" | "usage", given: string): string {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : undefined;
  const isFolder =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.username === "" &&
    url.password === "" &&
    url.search === "" &&
    url.hash === "";
  if (isFolder) return url.href.endsWith("/") ? url.href : `${url.href}/`;
  throw new QuothError(code, `${given} is no address of a folder on the web.`, {
    remedy: "Write it as https://example.org/letters/, without a question mark, a number sign or a password.",
  });
}
