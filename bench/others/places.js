import { fileURLToPath } from "node:url";

const at = (relative) => fileURLToPath(new URL(relative, import.meta.url));

export const HERE = at(".");
export const CONTENDER = at("contender.js");
export const QUOTH_CONTENDER = at("quoth.js");
export const SPLITTING = at("splitting.js");
export const INSTALLED = at("node_modules/.package-lock.json");
/** The systems that live in this folder, by the file under contenders/. */
export const OTHERS = ["minisearch", "orama", "langchain", "llamaindex", "vectra"];
export const PACKAGES = {
  minisearch: "minisearch",
  orama: "@orama/orama",
  langchain: "@langchain/community",
  llamaindex: "llamaindex",
  vectra: "vectra",
};
