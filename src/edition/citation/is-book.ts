import type { Work } from "../work.js";

const BOOKS = new Set(["book", "novel", "play", "drama", "treatise", "epic", "report", "diary", "memoir"]);

/** Titles of whole books go without quotation marks; a work without a type is taken for a short one. */
export function isBook({ type }: Pick<Work, "type">): boolean {
  return type !== undefined && BOOKS.has(type.toLowerCase());
}
