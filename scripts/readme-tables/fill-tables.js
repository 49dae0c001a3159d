/**
 * Puts each table between `<!-- table NAME -->` and `<!-- end NAME -->`.
 * @param {string} markdown @param {Readonly<Record<string, string>>} tables by name
 * @throws Error where a comment is missing, or one names a table that there is none of
 */
export function fillTables(markdown, tables) {
  const named = [...markdown.matchAll(/<!-- table (\S+) -->/g)].map(([, name]) => name);
  for (const name of named) if (!(name in tables)) throw new Error(`There is no table "${name}".`);
  return Object.entries(tables).reduce((text, [name, table]) => {
    const [begin, end] = [`<!-- table ${name} -->`, `<!-- end ${name} -->`];
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`The README lacks the comments "${begin}" and "${end}".`);
    return `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`;
  }, markdown);
}

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
export function markdownTable(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
