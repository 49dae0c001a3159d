import { QuothError } from "../../edition/quoth-error.js";
import { type ImportRequest, importSource, type StagedImport } from "../../import-source.js";
import { visible } from "../../render/terminal/wrap-text.js";
import type { Asker } from "./asker.js";

/** Asks for what the file does not say of itself, and lets the rest be corrected; undefined where the person gave up. */
export async function askForWork(request: ImportRequest, ask: Asker): Promise<StagedImport | undefined> {
  let wishes = request;
  if (request.authors === undefined) {
    // Who wrote it is asked first where the file does not say it: nothing can be staged without.
    const staged = await importSource(request).catch((error: unknown) => {
      if (error instanceof QuothError && error.code === "usage" && error.remedy.includes("--author"))
        return undefined;
      throw error;
    });
    const guess = staged?.report();
    await staged?.discard();
    if (guess?.again) return importSource(request);
    const author = await ask.line(`Author${guess ? ` [${visible(guess.authors.join("; "))}]` : ""}: `);
    if (author === undefined) return undefined;
    if (author.trim() !== "") wishes = { ...wishes, authors: author.split(";").map((one) => one.trim()) };
  }
  const proposed = await importSource(wishes);
  const guess = proposed.report();
  if (guess.again) return proposed;
  await proposed.discard();
  for (const [field, shown] of [
    ["title", guess.title],
    ["date", guess.date ?? ""],
    ["id", guess.id],
    ["siglum", guess.witnesses[0]?.siglum ?? ""],
  ] as const) {
    if (request[field] !== undefined || (field === "siglum" && request.files.length > 1)) continue;
    const said = await ask.line(`${field.charAt(0).toUpperCase()}${field.slice(1)} [${visible(shown)}]: `);
    if (said === undefined) return undefined;
    if (said.trim() !== "") wishes = { ...wishes, [field]: said.trim() };
  }
  return importSource(wishes);
}
