import type { Quote } from "../../edition/quote.js";
import type { ChatPort } from "./chat-port.js";

/** The quotes at reference paths of one edition, each compared with its file just now. */
export async function showAt(
  quoth: ChatPort,
  work: string,
  witness: string,
  paths: readonly string[],
): Promise<readonly Quote[]> {
  const quotes: Quote[] = [];
  for (const path of paths) quotes.push(...(await quoth.show(`${work}:${path}@${witness}`)).quotes);
  return quotes;
}
