/** The rows of docs/quality-report.md whose mistakes may be looked at one by one, best known first. */
const ROW = "letter-questions dev";

/** The ten worst mistakes as the report lists them. */
export function mistakesTable(report) {
  const row = section(report ?? "", "## ", ROW);
  const lines = section(row, "### ", "The worst mistakes").split("\n");
  const table = lines.filter((line) => line.startsWith("|"));
  return table.length > 0 ? table.join("\n") : "Not recorded.";
}

/** What stands under a heading, up to the next of its level. */
function section(markdown, level, title) {
  const lines = markdown.split("\n");
  const from = lines.indexOf(`${level}${title}`);
  if (from < 0) return "";
  const length = lines.slice(from + 1).findIndex((line) => line.startsWith(level));
  return lines.slice(from + 1, length < 0 ? undefined : from + 1 + length).join("\n");
}
