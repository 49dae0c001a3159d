// LlamaIndex.TS: VectorStoreIndex in its own storage folder. With `persistDir` given while it builds, as its guide does,
// every store is written anew at every document (four times the texts, sixteen times the time); so it builds in memory
// and persists once.
import path from "node:path";
import {
  BaseEmbedding,
  Document,
  ModalityType,
  Settings,
  storageContextFromDefaults,
  VectorStoreIndex,
} from "llamaindex";

export const embeds = true;

class Local extends BaseEmbedding {
  constructor(embed) {
    super();
    this.getTextEmbedding = embed;
  }
}

export async function build({ texts, folder, embed }) {
  Settings.embedModel = new Local(embed);
  const storageContext = await storageContextFromDefaults({});
  // Metadata would be embedded with the text: what tells the units apart is their id.
  const documents = texts.map((text, at) => new Document({ text, id_: String(at) }));
  await VectorStoreIndex.fromDocuments(documents, { storageContext });
  const { docStore, indexStore, vectorStores } = storageContext;
  // Its own `persist` writes nothing: it asks for a class of store that the default one is not.
  await docStore.kvStore.persist(path.join(folder, "doc_store.json"));
  await indexStore.persist(path.join(folder, "index_store.json"));
  await vectorStores[ModalityType.TEXT].persist(path.join(folder, "vector_store.json"));
}

export async function open({ folder, embed }) {
  Settings.embedModel = new Local(embed);
  const storageContext = await storageContextFromDefaults({ persistDir: folder });
  const index = await VectorStoreIndex.init({ storageContext });
  return async (question, count) => {
    const found = await index.asRetriever({ similarityTopK: count }).retrieve({ query: question });
    return found.map(({ node, score }) => ({
      at: Number(node.sourceNode.nodeId),
      text: node.getText(),
      score,
    }));
  };
}
