import type { Work } from "../../edition/work.js";
import type { Move } from "./move.js";
import { plainWords } from "./plain-words.js";

const EDITION = "(?:edition|one|version|text|witness|reading|source|archive)s?";
const IT = "(?:it|that|this)";

/** "How does the other edition put it?", "in ucsb?", "the Presidency Project's version": the editions asked for. */
export function readEdition(plain: string, works: readonly Work[]): Extract<Move, { kind: "edition" }> | undefined {
  const names = works.flatMap((work) =>
    work.witnesses.flatMap(({ siglum, publisher, editor }) =>
      [siglum, ...partsOf(publisher), ...partsOf(editor)].map((name) => ({ siglum, name: plainWords(name) })),
    ),
  );
  const known = names.map(({ name }) => escape(name)).filter((name) => name !== "");
  const asked = `(?:(?:the |an?)?others?(?: ${EDITION})?|another edition|(?:the )?(${known.join("|") || "(?!)"})(?:'s)?(?: ${EDITION})?)`;
  const match = new RegExp(
    `^(?:(?:how|what) (?:does|do|is|are|about|says?) )?(?:${IT} )?(?:in |from |by |of |according to |switch to |use )?${asked}(?: (?:put|puts|say|says|read|reads|have|has|print|prints|phrase|phrases|word|words|give|gives)(?: (?:${IT}|here|there|instead))?)?(?: instead)?$`,
    "u",
  ).exec(plain);
  if (!match) return undefined;
  const siglum = names.find(({ name }) => name === match[1])?.siglum;
  if (siglum !== undefined) return { kind: "edition", witness: siglum };
  // "Others" alone may be anybody.
  return /edition|other|version/u.test(plain) && plain !== "others" ? { kind: "edition" } : undefined;
}

/** "The American Presidency Project (UC Santa Barbara), 2002" by its parts, too. */
function partsOf(name: string | undefined): readonly string[] {
  if (name === undefined) return [];
  const parts = name.split(/[(),]/).map((part) => part.trim().replace(/^the /i, ""));
  return parts.filter((part) => part.length > 3 && /\p{L}/u.test(part));
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
