import { seededRandom } from "../../src/evaluation/seeded-random.js";

/** What breaks importers: markup of every format, halves of it, line ends, odd characters. */
const SCRAPS = [
  "\n",
  "\r\n",
  "\r",
  "\n\n",
  "\t",
  "  \n",
  "\\\n",
  "\f",
  "\u2028",
  "\u00AD",
  "-\n",
  "\uFEFF",
  "\u0000",
  "\ud800",
  "😀",
  "e\u0301",
  "\u00A0",
  "#",
  "# ",
  "> ",
  "- ",
  "1. ",
  "* * *",
  "---\n",
  "```\n",
  "`",
  "**",
  "_",
  "[^1]",
  "[^1]: ",
  "^[",
  "^[a note",
  "]",
  "[a](b)",
  "![a](b)",
  "| a | b |\n|---|---|\n",
  "\\",
  "~~",
  "<!--",
  "-->",
  "<p>",
  "</p>",
  "<br>",
  "<div>",
  "</div>",
  "<blockquote>",
  "<td>",
  "<tr>",
  "<table>",
  "<sup><a href='#n1'>1</a></sup>",
  "<li id=n1>",
  "<script>",
  "</script>",
  "<pre>",
  "</pre>",
  "<h2>Notes</h2>",
  "<aside>",
  "<l>",
  "</l>",
  "<lg>",
  "<note>",
  "</note>",
  "<pb n='2'/>",
  "<sp>",
  "<speaker>",
  "<choice>",
  "<sic>",
  "<corr>",
  "<app><rdg>",
  "</TEI>",
  "<hi>",
  "&amp;",
  "&",
  "&shy;",
  "&#x41;",
  "&bogus;",
  "&#xD800;",
  "<",
  ">",
  "</",
  "<![CDATA[",
  "]]>",
  "<?",
  '"',
  "'",
  "=",
  "[1]",
  "Notes\n",
  "\n\n*** START OF THIS PROJECT GUTENBERG EBOOK X ***\n\n",
  "\n\n[Footnote 1: ",
  "]\n\n",
  "<a href='n.html#n1' epub:type='noteref'>1</a>",
  "<tr><td epub:type='z3998:persona'>",
  "<i epub:type='z3998:stage-direction'>",
  "12\n",
  "Dear Sir,\n",
] as const;

/** `text` with one to six pieces cut, doubled, moved, or replaced by what breaks importers; by `seed` alone. */
export function mutate(text: string, seed: number): string {
  const random = seededRandom(seed);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  let mutated = text;
  for (let edits = 1 + upTo(6); edits > 0; edits -= 1) {
    const at = upTo(mutated.length + 1);
    const end = Math.min(mutated.length, at + upTo(60));
    const scrap = Array.from({ length: 1 + upTo(4) }, () => SCRAPS[upTo(SCRAPS.length)] ?? "").join("");
    const how = upTo(4);
    const put =
      how === 0
        ? ""
        : how === 1
          ? mutated.slice(at, end).repeat(2)
          : how === 2
            ? scrap
            : scrap + mutated.slice(at, end);
    mutated = mutated.slice(0, at) + put + mutated.slice(end);
  }
  return mutated;
}
