import type { Work } from "../../edition/work.js";
import type { Move } from "./move.js";
import { plainWords } from "./plain-words.js";

const EDITION = "(?:edition|one|version|text|witness|reading|source|archive)s?";
const IT = "(?:it|that|this)";

interface Named {
  readonly pattern: RegExp;
  readonly sigla: ReadonlyMap<string, string>;
}

const cache = new WeakMap<readonly Work[], Named>();

/** "How does the other edition put it?", "in ucsb?", "the Presidency Project's version": the editions asked for. */
export function readEdition(
  plain: string,
  works: readonly Work[],
): Extract<Move, { kind: "edition" }> | undefined {
  let named = cache.get(works);
  if (!named) cache.set(works, (named = nameEditions(works)));
  const match = named.pattern.exec(plain);
  if (!match) return undefined;
  const witness = named.sigla.get(match[1] ?? "");
  if (witness !== undefined) return { kind: "edition", witness };
  // "Others" alone may be anybody.
  return plain === "others" ? undefined : { kind: "edition" };
}

function nameEditions(works: readonly Work[]): Named {
  const sigla = new Map(
    works
      .flatMap((work) => work.witnesses)
      .flatMap(({ siglum, publisher, editor }) =>
        [...partsOf(publisher), ...partsOf(editor), siglum].map(
          (name) => [plainWords(name), siglum] as const,
        ),
      )
      .filter(([name]) => name !== ""),
  );
  const known = [...sigla.keys()].map(escape).join("|") || "(?!)";
  const asked = `(?:(?:the |an?)?others?(?: ${EDITION})?|another edition|(?:the )?(${known})(?:'s)?(?: ${EDITION})?)`;
  const put = "(?:put|say|read|have|print|phrase|word|give)s?|has";
  const pattern = new RegExp(
    `^(?:(?:how|what) (?:does|do|is|are|about|says?) )?(?:${IT} )?(?:in |from |by |of |according to |switch to |use )?${asked}(?: (?:${put})(?: (?:${IT}|here|there))?)?(?: instead)?$`,
    "u",
  );
  return { pattern, sigla };
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
