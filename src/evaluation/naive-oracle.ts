import { cleanText } from "../edition/clean-text.js";
import { skipsOf } from "../edition/skips-of.js";
import type { Work } from "../edition/work.js";
import { wordsOf } from "../edition/words.js";

/** Whether words stand in a row in a layer of a witness: by brute force, to hold the judge against. */
export function naiveOracle(works: readonly Work[]): (text: string) => boolean {
  const layers: string[] = [];
  for (const work of works) {
    for (const witness of work.witnesses) {
      for (const keep of [(layer: string) => layer === "text", () => true]) {
        const passages = [...witness.passages]
          .sort((a, b) => a.start - b.start)
          .filter(({ layer }) => keep(layer));
        layers.push(` ${passages.map((one) => words(clean(witness.text, one))).join(" ")} `);
      }
    }
  }
  return (text) => layers.some((layer) => layer.includes(` ${words(text)} `));
}

function clean(text: string, passage: Work["witnesses"][0]["passages"][0]): string {
  return cleanText(text, passage, skipsOf(passage)).text;
}

function words(text: string): string {
  return wordsOf(text.replace(/%/g, " percent-sign "))
    .map(({ norm }) => norm)
    .join(" ");
}
