import { isWrapper } from "../importers/tei/frame.js";

/** What divisions are called in references, as editors of TEI call them; others would be guesses. */
const NAMES: ReadonlySet<string> = new Set(
  "act scene book canto chapter letter poem ode sonnet psalm hymn fable speech oration part section volume essay tale day".split(
    " ",
  ),
);
const TAG = /<(\/?)(div[0-7]?|l|p|ab|front|back|note|castList|teiHeader)\b([^<>]*?)(\/?)>/g;
/** What holds no text of the work's divisions. */
const OUTSIDE: ReadonlySet<string> = new Set(["front", "back", "note", "castList", "teiHeader"]);
/** So much of a text has to be divided in the same way. */
const MOST = 0.9;

/**
 * The levels of a TEI file's references, as its divisions name them: ["act", "scene", "line"]; undefined where they
 * name none, or not the same throughout, or there is but one.
 */
export function proposeLevels(source: string): readonly string[] | undefined {
  const open: string[] = [];
  const counts = new Map<string, { verse: number; prose: number }>();
  let outside = 0;
  let divisions = 0;
  for (const [, slash, name = "", attributes = "", empty] of source.matchAll(TAG)) {
    if (OUTSIDE.has(name)) {
      if (empty !== "/") outside += slash === "/" ? -1 : 1;
    } else if (name.startsWith("div")) {
      if (slash === "/") open.pop();
      else if (empty !== "/") open.push(nameOf(attributes));
      if (slash !== "/" && outside === 0) divisions += 1;
    } else if (slash !== "/" && outside === 0) {
      const chain = open.filter((one) => !isWrapper(one)).join(" ");
      const count = counts.get(chain) ?? { verse: 0, prose: 0 };
      if (name === "l") count.verse += 1;
      else count.prose += 1;
      counts.set(chain, count);
    }
  }
  const sizes = [...counts].map(([chain, { verse, prose }]) => ({ chain, verse, prose, all: verse + prose }));
  const total = sizes.reduce((sum, { all }) => sum + all, 0);
  const common = sizes.find(({ all }) => all >= MOST * total);
  const names = common?.chain.split(" ") ?? [];
  if (!common || divisions < names.length + 1 || !names.every((one) => NAMES.has(one))) return undefined;
  return [...names, common.verse >= common.prose ? "line" : "paragraph"];
}

function nameOf(attributes: string): string {
  const said = (name: string): string =>
    new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1]?.trim().toLowerCase() ?? "";
  const [type, subtype] = [said("type"), said("subtype")];
  return (type === "textpart" && subtype !== "" ? subtype : type).replace(/\s+/g, "-");
}
