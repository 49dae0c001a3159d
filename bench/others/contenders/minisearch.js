// MiniSearch alone: words, no model.
import { readFileSync, writeFileSync } from "node:fs";
import MiniSearch from "minisearch";

export const embeds = false;

const OPTIONS = { fields: ["text"], storeFields: ["text"] };
const fileOf = (folder) => `${folder}/index.json`;

export async function build({ texts, folder }) {
  const index = new MiniSearch(OPTIONS);
  index.addAll(texts.map((text, id) => ({ id, text })));
  writeFileSync(fileOf(folder), JSON.stringify(index));
}

export async function open({ folder }) {
  const index = MiniSearch.loadJSON(readFileSync(fileOf(folder), "utf8"), OPTIONS);
  return async (question, count) =>
    index
      .search(question)
      .slice(0, count)
      .map(({ id, text, score }) => ({ at: id, text, score }));
}
