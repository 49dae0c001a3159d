// vectra: a LocalIndex, a folder of JSON.
import { LocalIndex } from "vectra";

export const embeds = true;

export async function build({ texts, folder, embed }) {
  const index = new LocalIndex(folder);
  await index.createIndex({ version: 1, deleteIfExists: true });
  const items = [];
  for (const [at, text] of texts.entries()) items.push({ vector: await embed(text), metadata: { at, text } });
  await index.batchInsertItems(items);
}

export async function open({ folder, embed }) {
  const index = new LocalIndex(folder);
  return async (question, count) => {
    const found = await index.queryItems(await embed(question), question, count);
    return found.map(({ item, score }) => ({ at: item.metadata.at, text: item.metadata.text, score }));
  };
}
