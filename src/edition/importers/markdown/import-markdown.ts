import type { Importer } from "../../block.js";
import { noteLabel } from "../editorial-sections.js";
import { withLineHyphens } from "../line-hyphens.js";
import { nameEnds } from "../name-ends.js";
import { setGutenbergAside } from "../set-gutenberg-aside.js";
import { withCalls } from "../with-calls.js";
import { attachMarkup } from "./attach-markup.js";
import { liftInlineNotes } from "./lift-inline-notes.js";
import { readLeaves } from "./read-leaves.js";
import { readMarkdown } from "./read-markdown.js";
import { refuseBombs } from "./refuse-bombs.js";

/**
 * Format `markdown` (CommonMark with GitHub's tables and footnotes, YAML or TOML front matter). The file is its own
 * witness text; its markup is stepped over.
 *
 * Front matter is metadata, headings are headings, footnotes, Pandoc's inline notes and what stands under a heading
 * such as "Notes" are notes, comments on lines of their own are a source note; all else is the author's, quoted blocks included: who is
 * quoted in them is for a person to say (blocks.yaml). A list item is a paragraph of its own, and keeps its number;
 * a row of a table likewise. A paragraph all of whose lines are broken on purpose is verse.
 * @throws QuothError `corpus-invalid` with line and column of what would keep a parser busy for minutes.
 */
export const importMarkdown: Importer = (text, { authors, file }) => {
  refuseBombs(file, text);
  const document = readMarkdown(text);
  const { gaps } = document;
  const calls = document.calls.map((call) => ({ ...call, label: noteLabel(call.label) ?? "*" }));
  const blocks = attachMarkup(text, gaps, readLeaves(text, document));
  const signed = liftInlineNotes(withCalls(text, blocks, calls), document.notes);
  return withLineHyphens(text, nameEnds(text, setGutenbergAside(text, signed), authors));
};
