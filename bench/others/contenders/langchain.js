// LangChain.js: HNSWLib of @langchain/community.
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Document } from "@langchain/core/documents";
import { Embeddings } from "@langchain/core/embeddings";

export const embeds = true;

class Local extends Embeddings {
  constructor(embed) {
    super({});
    this.embedQuery = embed;
  }
  async embedDocuments(texts) {
    const vectors = [];
    for (const text of texts) vectors.push(await this.embedQuery(text));
    return vectors;
  }
}

export async function build({ texts, folder, embed }) {
  const documents = texts.map((pageContent, at) => new Document({ pageContent, metadata: { at } }));
  const store = await HNSWLib.fromDocuments(documents, new Local(embed));
  await store.save(folder);
}

export async function open({ folder, embed }) {
  const store = await HNSWLib.load(folder, new Local(embed));
  return async (question, count) => {
    const found = await store.similaritySearchWithScore(question, count);
    // What it calls a score is a distance.
    return found.map(([{ pageContent, metadata }, distance]) => ({
      at: metadata.at,
      text: pageContent,
      score: 1 - distance,
    }));
  };
}
