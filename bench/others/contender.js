// One of the other systems, in a process of its own:
//   node bench/others/contender.js NAME build DIR [given] | ask DIR QUESTION | serve DIR
// DIR holds texts.json, the units that everyone is given; the index goes into DIR/NAME. `given`: the vectors of the
// units are read from DIR/limit.f32 rather than made.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { openEmbed } from "./embed.js";

/** Results that a person would see. */
const SHOWN = 3;

const [name, mode, dir, argument] = process.argv.slice(2);
const { embeds, build, open } = await import(`./contenders/${name}.js`);
const folder = path.join(dir, name);
const embed = embeds ? await openEmbed(argument === "given" ? dir : undefined) : undefined;

if (mode === "build") {
  const texts = JSON.parse(readFileSync(path.join(dir, "texts.json"), "utf8"));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const start = performance.now();
  await build({ texts, folder, embed });
  process.stdout.write(`${JSON.stringify({ ms: performance.now() - start })}\n`);
}
if (mode === "ask") {
  const search = await open({ folder, embed });
  const [first] = await search(argument, SHOWN);
  process.stdout.write(`${first?.text ?? "nothing"}\n`);
}
if (mode === "serve") {
  const search = await open({ folder, embed });
  process.on("message", async ({ text }) => {
    const start = performance.now();
    try {
      const found = await search(text, SHOWN);
      const total = performance.now() - start;
      process.send({ total, found: found.map(({ at, score }) => ({ at, score })) });
    } catch (error) {
      process.send({ error: error instanceof Error ? error.message : String(error) });
    }
  });
  process.on("disconnect", () => process.exit(0));
  process.send({ ready: true });
}
