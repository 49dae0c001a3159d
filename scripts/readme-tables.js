// Writes README's tables, each between its two comments, out of what was recorded: bench/quality.json,
// docs/quality-report.md, bench/others.json and bench/others-quotations.json. No figure in them is typed.
//   npm run readme:tables                            writes README.md
//   node scripts/readme-tables.js --check [README]   exit 1 where it is not what was recorded
// `--from DIR` reads what was recorded from another folder than quoth's.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import { ablationTable } from "./readme-tables/ablation-table.js";
import { fillTables } from "./readme-tables/fill-tables.js";
import { mistakesTable } from "./readme-tables/mistakes-table.js";
import { othersTable, passingTable } from "./readme-tables/others-table.js";

const HOME = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: "boolean", default: false }, from: { type: "string", default: HOME } },
});
const text = (relative) => {
  const file = path.join(values.from, relative);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
};
const json = (relative) => (text(relative) === undefined ? undefined : JSON.parse(text(relative)));

const readme = positionals[0] ?? path.join(HOME, "README.md");
const before = readFileSync(readme, "utf8");
const filled = fillTables(before, {
  others: othersTable(json("bench/others.json")),
  passing: passingTable(json("bench/others-quotations.json")),
  ablation: ablationTable(json("bench/quality.json")),
  mistakes: mistakesTable(text("docs/quality-report.md")),
});
const after = await format(filled, {
  ...(await resolveConfig(path.join(HOME, "README.md"))),
  parser: "markdown",
});
if (!values.check) writeFileSync(readme, after);
else if (after !== before) {
  process.stderr.write(`${readme} does not hold what was recorded; run: npm run readme:tables\n`);
  process.exitCode = 1;
}
