import { parse, postprocess, preprocess } from "micromark";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";

/** A token of Markdown's concrete syntax; offsets are of the text. */
export interface MarkdownToken {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The concrete syntax of a Markdown text (CommonMark, GitHub's tables and footnotes, YAML or TOML front matter):
 * every token as it is entered and left, with exact offsets, by micromark. Inline HTML is left to `inlineMarkup`:
 * here an unclosed "<?" would be looked for to the end of the paragraph, again and again.
 */
export function* markdownEvents(text: string): Generator<readonly ["enter" | "exit", MarkdownToken]> {
  const extensions = [
    gfmTable(),
    gfmFootnote(),
    frontmatter(["yaml", "toml"]),
    { disable: { null: ["htmlText"] } },
  ];
  // micromark drops a byte-order mark and counts from behind it.
  const shift = text.startsWith("\uFEFF") ? 1 : 0;
  const events = postprocess(
    parse({ extensions })
      .document()
      .write(preprocess()(text.slice(shift), undefined, true)),
  );
  for (const [move, { type, start, end }] of events)
    yield [move, { type, start: start.offset + shift, end: end.offset + shift }];
}
