// Orama, hybrid search: its own words, the model's vectors.
import { readFileSync, writeFileSync } from "node:fs";
import { create, insertMultiple, load, save, search } from "@orama/orama";
import { DIMENSIONS } from "../embed.js";

export const embeds = true;

const SCHEMA = { text: "string", embedding: `vector[${DIMENSIONS}]` };
/** Least cosine of a neighbour. The default of .8 is meant for larger models: hardly any of this one's reaches it. */
const SIMILARITY = 0;
const fileOf = (folder) => `${folder}/index.json`;

export async function build({ texts, folder, embed }) {
  const index = create({ schema: SCHEMA });
  const items = [];
  for (const [at, text] of texts.entries())
    items.push({ id: String(at), text, embedding: await embed(text) });
  await insertMultiple(index, items);
  writeFileSync(fileOf(folder), JSON.stringify(save(index)));
}

export async function open({ folder, embed }) {
  const index = create({ schema: SCHEMA });
  load(index, JSON.parse(readFileSync(fileOf(folder), "utf8")));
  return async (question, count) => {
    const { hits } = await search(index, {
      mode: "hybrid",
      term: question,
      vector: { value: await embed(question), property: "embedding" },
      similarity: SIMILARITY,
      limit: count,
    });
    return hits.map(({ id, document, score }) => ({ at: Number(id), text: document.text, score }));
  };
}
