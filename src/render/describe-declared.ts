import type { Declared } from "../retrieval/answer.js";

/** What a work is declared to be, in a line, plain; nobody's words. */
export function describeDeclared({ work, title, authors, addressee, date }: Declared): string {
  const to = addressee === undefined ? "" : ` to ${addressee}`;
  const dated = date === undefined ? "" : `, dated ${date}`;
  return `Declared in ${work}'s work.yaml, not in its text: “${title}”, by ${authors.join(", ")}${to}${dated}.`;
}
