import { seededRandom } from "../../src/evaluation/seeded-random.js";

/** Elements of every role, for one to be put in another's place. */
const NAMES =
  "p l lg div sp speaker stage note ref pb lb head quote q item list row cell table choice sic corr orig reg abbr expan ex app lem rdg add del gap supplied unclear hi opener salute dateline closer signed postscript trailer epigraph floatingText front body back castList castItem role titlePage docAuthor figure figDesc fw bibl listPerson listBibl person standOff set persName ab address addrLine made-up".split(
    " ",
  );
const SCRAPS = [
  "<pb n='9'/>",
  "<lb break='no'/>",
  "<lb/>",
  "<note n='1'>A note.</note>",
  "<note xml:id='n1'><p>One.</p><p>Two.</p></note>",
  "<ref target='#n1'>1</ref>",
  "<choice><sic>teh</sic> <corr>the</corr></choice>",
  "<supplied>not</supplied>",
  "<![CDATA[<raw>]]>",
  "<!-- a comment -->",
  "<?pi x?>",
  "&amp;",
  "&#8212;",
  "&nowhere;",
  "<l n='3'>A verse</l>",
  "<q>",
  "</p>",
  "<p>",
  "<",
  "&",
  "\r\n",
  "\u00AD",
  "-",
  "\uFEFF",
  "😀",
  "e\u0301",
  " xml:space='preserve'",
];

/** A changed copy of `source`: some changes keep it well-formed, so that they reach the importer. */
export function mutateTei(source: string, seed: number): string {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const one = (list: readonly string[]): string => list[below(list.length)] as string;
  let text = source;
  for (let count = 1 + below(5); count > 0; count -= 1) {
    const at = below(text.length + 1);
    switch (below(7)) {
      case 0:
      case 1:
      case 2:
        text = renameElement(text, at, one(NAMES));
        break;
      case 3:
        text = insertInText(text, at, one(SCRAPS));
        break;
      case 4:
        text = text.slice(0, at) + one(SCRAPS) + text.slice(at);
        break;
      case 5:
        text = text.slice(0, at) + text.slice(at + below(80));
        break;
      default:
        text = copyElement(text, at);
    }
  }
  return text;
}

/** The element that begins next after `at`: where its tags stand. */
function elementAt(text: string, at: number): { start: number; name: string; end: number } | undefined {
  const open = /<([A-Za-z][\w.-]*)[^<>]*?(\/?)>/g;
  open.lastIndex = at;
  const match = open.exec(text);
  if (!match) return undefined;
  const name = match[1] as string;
  if (match[2] === "/") return { start: match.index, name, end: open.lastIndex };
  const tags = new RegExp(`<(/?)${name.replace(/[.]/g, "\\.")}(?=[\\s>/])[^<>]*?(/?)>`, "g");
  tags.lastIndex = match.index;
  let depth = 0;
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    if (tag[2] === "/") continue;
    depth += tag[1] === "/" ? -1 : 1;
    if (depth === 0) return { start: match.index, name, end: tags.lastIndex };
  }
  return undefined;
}

function renameElement(text: string, at: number, name: string): string {
  const element = elementAt(text, at);
  if (!element) return text;
  const inside = text.slice(element.start + 1 + element.name.length, element.end);
  const close = `</${element.name}`;
  const last = inside.lastIndexOf(close);
  const rest = last === -1 ? inside : `${inside.slice(0, last)}</${name}${inside.slice(last + close.length)}`;
  return `${text.slice(0, element.start)}<${name}${rest}${text.slice(element.end)}`;
}

function copyElement(text: string, at: number): string {
  const element = elementAt(text, at);
  if (!element || text.length > 40_000) return text;
  return text.slice(0, element.end) + text.slice(element.start);
}

/** Where the next character data is. */
function insertInText(text: string, at: number, scrap: string): string {
  const close = text.indexOf(">", at);
  return close === -1 ? text : text.slice(0, close + 1) + scrap + text.slice(close + 1);
}
