import type { Extractor } from "../../block.js";
import { footnotesInBrackets } from "../footnotes-in-brackets.js";
import { joinNames } from "../../voice-of.js";
import { withLineHyphens } from "../line-hyphens.js";
import { nameEnds } from "../name-ends.js";
import { setGutenbergAside } from "../set-gutenberg-aside.js";
import { createTextBuilder } from "../text-builder.js";
import { pageRoles } from "./page-roles.js";
import { parsePage } from "./parse-page.js";
import { readPage } from "./read-page.js";
import { widenSigns } from "./widen-signs.js";

/**
 * Format `html`: a page saved from an archive. The text is taken out of it in its order, every character with its
 * place; `html` in work.yaml says by CSS selectors what is article, notes, metadata and what is to be skipped, and
 * `pageRoles` what holds where it says nothing. Headings are headings, what is the page's own (navigation, forms,
 * what is hidden) belongs to the heading layer as navigation; scripts and styles are no text. What stands under a
 * heading such as "Notes" is notes. Quoted blocks stay the author's: who is quoted is for a person to say.
 * @throws QuothError `corpus-invalid` with line and column, or with the selector at fault.
 */
export const importHtml: Extractor = {
  version: 2,
  extract(source, { authors, file, rules }) {
    const page = parsePage(file, source);
    const roles = pageRoles(file, page.document, rules?.html ?? {});
    const builder = createTextBuilder();
    const blocks = readPage(source, page, roles, joinNames(authors), (draft, at) =>
      draft.finish(builder, at),
    );
    const { text, origin } = builder.finish();
    const noted = footnotesInBrackets(
      text,
      blocks.map((block) => widenSigns(text, block)),
    );
    const named = nameEnds(text, setGutenbergAside(text, noted), authors);
    return { text, origin, blocks: withLineHyphens(text, named) };
  },
};
