// The tests' fake Discord as plain JavaScript: its TypeScript is transpiled into node_modules/.cache/.
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const SOURCE = path.join(HERE, "../test/discord/fake-discord");
const CACHE = path.join(HERE, "../node_modules/.cache/quoth-bench");

export async function loadFakeDiscord() {
  const target = path.join(CACHE, "discord/fake-discord");
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(CACHE, "package.json"), '{"type":"module"}');
  if (!existsSync(path.join(CACHE, "data")))
    symlinkSync(path.join(HERE, "../test/data"), path.join(CACHE, "data"));
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  for (const file of readdirSync(SOURCE)) {
    const { outputText } = ts.transpileModule(readFileSync(path.join(SOURCE, file), "utf8"), {
      compilerOptions,
    });
    writeFileSync(path.join(target, file.replace(/\.ts$/, ".js")), outputText);
  }
  const load = (name) => import(pathToFileURL(path.join(target, name)).href);
  return { ...(await load("start-fake-discord.js")), ...(await load("dispatch-events.js")) };
}
