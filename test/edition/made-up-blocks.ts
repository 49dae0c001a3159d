import { alignWitnesses } from "../../src/edition/align-witnesses.js";
import type { Block } from "../../src/edition/block.js";
import { checkCoverage } from "../../src/edition/check-coverage.js";
import { numberPassages } from "../../src/edition/number-passages.js";
import type { Witness, Work } from "../../src/edition/work.js";

/** A block to be written: its words, lines apart by line feeds where `verse`; "[12] " before a line prints its number. */
export interface Written extends Partial<Pick<Block, "layer" | "kind" | "label" | "voice" | "division">> {
  readonly words: string;
  readonly verse?: boolean;
}

/** Blocks as an importer of a marked-up file would fill them, and the text that they index. */
export function blocksOf(written: readonly Written[]): { readonly text: string; readonly blocks: Block[] } {
  let text = "";
  const blocks = written.map(({ words, verse, ...rest }): Block => {
    if (text !== "") text += "\n\n";
    const start = text.length;
    const lines = words.split("\n").map((line) => {
      const [, n, own = line] = /^\[(\S+)\] (.*)$/.exec(line) ?? [];
      if (text.length > start) text += "\n";
      const at = text.length;
      text += own;
      return { start: at, end: text.length, ...(n === undefined ? {} : { n }) };
    });
    return {
      layer: "text",
      kind: "paragraph",
      markers: [],
      ...rest,
      start,
      end: text.length,
      ...(verse ? { lines } : {}),
    };
  });
  return { text, blocks };
}

export interface WrittenWork extends Partial<Omit<Work, "witnesses">> {
  readonly witnesses: readonly (Partial<Witness> & { readonly written: readonly Written[] })[];
}

/** A work of such blocks, numbered, aligned and held to full coverage as an imported one is. */
export function workOfBlocks({ witnesses, ...more }: WrittenWork): Work {
  const work = { id: "made-up", title: "A Work", authors: ["Ann Author"], pinned: false, ...more };
  const made: Witness[] = [];
  witnesses.forEach(({ written, ...rest }, at) => {
    const siglum = String.fromCharCode(97 + at);
    const { text, blocks } = blocksOf(written);
    const language = rest.language ?? "en";
    const numbered = numberPassages(text, blocks, language, work.levels);
    const [base] = made;
    const passages = base
      ? alignWitnesses(base, { text, passages: numbered, language }, work.levels)
      : numbered;
    checkCoverage(`${siglum}.txt`, text, passages);
    const file = `${siglum}.txt`;
    made.push({
      siglum,
      file,
      path: `${work.id}/${file}`,
      format: "plain",
      sha256: "0".repeat(64),
      ...rest,
      language,
      text,
      passages,
    });
  });
  return { ...work, witnesses: made as unknown as Work["witnesses"] };
}
