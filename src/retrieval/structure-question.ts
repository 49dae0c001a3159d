import type { BlockKind } from "../edition/block.js";
import { wordsOf } from "../edition/words.js";
import type { Work } from "../edition/work.js";
import { namesOf } from "./question.js";
import type { Unit } from "./unit.js";
import { describing, worksMeant } from "./works-meant.js";

/** What a work is declared to be, as far as a question may ask for it. */
type Declares = "authors" | "addressee" | "date";

/** A question about the document itself that one of its parts answers, not its prose. */
interface Intent {
  /** What the question must look like. */
  readonly pattern: RegExp;
  /** Words that may stand in it beside names, fillers and names of the source. */
  readonly words: RegExp;
  /** The parts that answer, best first, and what must stand in them. */
  readonly targets: readonly { readonly kind: BlockKind; readonly reads?: RegExp }[];
  /** What work.yaml may say of it where the text says nothing. */
  readonly declares?: Declares;
}

const HAS_DATE = /\b\d{4}\b/;
const MORE_THAN_DATE = /\p{L}{3,}.*,.*\b\d{4}\b/u;
const DATED: Intent["targets"] = [
  { kind: "dateline", reads: HAS_DATE },
  { kind: "provenance", reads: /^(?:written|date|spoken|delivered)\b.*\d{4}/i },
];

const INTENTS: readonly Intent[] = [
  {
    pattern:
      /\bto who(?:m|se)?\b|\bwho(?:m|se)?\b.*\b(?:to|for|receiv\w*|recipient|addressee|read|got|get)\b|\baddress(?:ed|ee)\b|\brecipient\b|\bwhom\b.*\baddress\b/i,
    words:
      /^(?:address\w*|recipient|written|writing|wrote|write|sent|send|sends|meant|intended|supposed|read|receiv\w*|get|got|reader|directed|aimed|person|man|name)$/,
    targets: [{ kind: "addressee" }, { kind: "opener" }],
    declares: "addressee",
  },
  {
    pattern: /\bwho(?:se)?\b|\bauthor\b|\bwriter\b|\bsender\b|\bsign\w*\b|\bby whom\b/i,
    words:
      /^(?:wrote|write|writes|written|writing|author\w*|writer|sender|sent|send|sends|sign\w*|penned|composed|drafted|speaker|speaking|name|person|end|bottom)$/,
    targets: [{ kind: "closer" }, { kind: "byline" }],
    declares: "authors",
  },
  {
    pattern:
      /\bwhere\b.*\b(?:from|written|wrote|write|sent|send|dated)\b|\b(?:place|city|town)\b.*\b(?:written|sent|from)\b/i,
    words: /^(?:written|wrote|write|sent|send|dated|place|city|town|come|came|origin\w*)$/,
    targets: [{ kind: "dateline", reads: MORE_THAN_DATE }],
  },
  {
    pattern: /\bwhen\b|\bdated?\b|\bwhat (?:day|year|month)\b|\bwhich (?:day|year|month)\b/i,
    words: /^(?:date|dated|day|year|month|written|wrote|write|writes|sent|send|sends|sign\w*|exact\w*)$/,
    targets: DATED,
    declares: "date",
  },
  {
    // Not how old he was who wrote it.
    pattern:
      /^\W*how old (?:is|was) (?:.*\s)?(?:it|this|that|letter|message|text|document|source|speech|address|piece|telegram|poem)\W*$/i,
    words: /^old$/,
    targets: DATED,
    declares: "date",
  },
  {
    pattern:
      /\bsalut(?:e|ation)\b|\bgreeting\b|\b(?:first|opening) (?:words?|line)\b|\bhow (?:does|is|do|did)\b.*\b(?:begin|start|open|addressed|address|greet)\b/i,
    words: /^(?:salut\w*|greet\w*|begin\w*|start\w*|open\w*|address\w*|used?|first|line|words?)$/,
    targets: [{ kind: "opener" }],
  },
  {
    pattern:
      /\bhow (?:does|is|do|did)\b.*\b(?:end|close|conclude|finish|sign(?:ed)?(?: off)?)\b|\b(?:last|closing) (?:words?|line)\b/i,
    words: /^(?:end\w*|clos\w*|conclud\w*|finish\w*|sign\w*|off|last|words?|line)$/,
    targets: [{ kind: "closer" }],
  },
  {
    pattern: /\b(?:which|what) (?:edition|version)\b|\bwho\b.*\bpublish(?:ed|es)?\b|\bpublisher\b/i,
    words: /^(?:editions?|versions?|publish\w*|come|comes|came|taken|name)$/,
    targets: [{ kind: "provenance", reads: /©|\b(?:copy(?:right|left)|published|publisher|edition)\b/i }],
  },
  {
    pattern: /\bwhere\b.*\b(?:re)?(?:print|publish)ed\b/i,
    words: /^(?:(?:re)?(?:print|publish)ed|else|elsewhere|also|first)$/,
    targets: [{ kind: "source-note", reads: /\b(?:print|publish)ed\s+in\b/i }],
  },
  {
    pattern: /\b(?:title|titled|heading|headline|headed|entitled)\b/i,
    words:
      /^(?:title\w*|head\w*|entitled|call\w*|editors?|archive\w*|edition\w*|gave|give|given|gives|chosen|used?|page|site|web\w*)$/,
    targets: [{ kind: "heading" }],
  },
];

const SOURCE_OR_FILLER =
  /^(?:letter|message|text|document|source|speech|address|note|piece|telegram|it|this|that|thing|please|pls|plz|tell|know|actually|exactly|really|original\w*|a|an|the|of|to|in|on|at|by|for|from|with|and|or|is|are|was|were|be|been|do|does|did|has|have|had|who|whom|whose|what|what's|who's|when|where|which|how|me|us|you|i|can|could|would|he|him|his|they|them|there|here|s)$/;

/** "Who are they?" and "who are you?" ask for no author. */
const OTHERS = /^(?:they|them|you|me|us|there|i|those|these)$/;

/** What a question about the document comes to: the units that answer it, or that it does not say which document. */
export type StructureAnswer =
  | {
      readonly kind: "units";
      readonly units: readonly number[];
      /** What the sentence has to say that answers, in a part of many. */
      readonly reads?: RegExp;
    }
  /** The works that may be meant. */
  | { readonly kind: "which-work"; readonly works: readonly Work[] }
  /** The work that is meant has no part that says it; whether its declaration does. */
  | { readonly kind: "no-part"; readonly work: Work; readonly isDeclared: boolean };

/**
 * The units that answer a question about authorship, addressee, date, place, salute or title, all of one work;
 * undefined where the question is about anything else. Every word of it must belong to such a question: "Who signed
 * the treaty?" is one about a treaty. Where several works are loaded it has to say which it means.
 */
export function structureAnswer(
  question: string,
  units: readonly Unit[],
  works: readonly Work[],
): StructureAnswer | undefined {
  const words = wordsOf(question).map((word) => word.norm);
  if (words.length === 0 || words.length > 16) return undefined;
  const names = new Set([
    ...namesOf(works).flatMap((name) => wordsOf(name).map((word) => word.norm)),
    ...works.flatMap((work) =>
      work.witnesses.flatMap((w) => [w.siglum, ...nameWords(w.publisher), ...nameWords(w.editor)]),
    ),
    "mr",
    "president",
    "chairman",
  ]);
  const own = (word: string): boolean =>
    SOURCE_OR_FILLER.test(word.replace(/'s$/, "")) || names.has(word.replace(/'s$/, ""));
  // A title names a work where there are several to choose from.
  const titles = new Set(works.length > 1 ? works.flatMap((work) => [...describing(work)]) : []);
  const titled = (word: string): boolean => titles.has(word.replace(/'s$/, ""));
  const intent = INTENTS.find(
    ({ pattern, words: allowed }) =>
      pattern.test(question) &&
      words.every((word) => own(word) || allowed.test(word) || titled(word)) &&
      // "Who is the slave?" is none, though a title has the word.
      words.some(
        (word) =>
          allowed.test(word) ||
          (/^who/.test(word) && words.length > 1 && words.every((one) => own(one) && !OTHERS.test(one))),
      ),
  );
  if (!intent) return undefined;
  const meant = worksMeant(question, works);
  const [work, ...more] = meant;
  if (!work || more.length > 0) return { kind: "which-work", works: meant };
  const found = partsOf(intent, units, work);
  if (found) return { kind: "units", ...found, units: preferNamed(found.units, units, words) };
  const { declares } = intent;
  return { kind: "no-part", work, isDeclared: declares !== undefined && work[declares] !== undefined };
}

/** The units of a work that answer an intent: of its targets the first that it has. */
function partsOf(
  { targets }: Intent,
  units: readonly Unit[],
  work: Work,
): { readonly units: readonly number[]; readonly reads?: RegExp } | undefined {
  for (const { kind, reads } of targets) {
    const found = [...units.keys()].filter((at) => {
      const unit = units[at] as Unit;
      return (
        unit.passage.kind === kind &&
        unit.work === work &&
        (reads === undefined || unit.sentences.some((sentence) => reads.test(sentence)))
      );
    });
    if (found.length > 0)
      return reads === undefined ? { units: titlesFirst(found, units) } : { units: found, reads };
  }
  return undefined;
}

/** Of an edition's headings the one that is its title before a site's own, in the editions' order. */
function titlesFirst(found: readonly number[], units: readonly Unit[]): readonly number[] {
  const isTitle = (at: number): boolean => {
    const { witness, sentences } = units[at] as Unit;
    const words = (text: string): string =>
      wordsOf(text)
        .map(({ norm }) => norm)
        .join(" ");
    return (
      witness.title !== undefined && ` ${words(sentences.join(" "))} `.includes(` ${words(witness.title)} `)
    );
  };
  return [...found.filter(isTitle), ...found.filter((at) => !isTitle(at))];
}

/** Where the question names an edition ("the Presidency Project"), that edition's part comes first. */
function preferNamed(
  found: readonly number[],
  units: readonly Unit[],
  words: readonly string[],
): readonly number[] {
  const named = (at: number): number => {
    const { witness } = units[at] as Unit;
    const own = new Set([witness.siglum, ...nameWords(witness.publisher), ...nameWords(witness.editor)]);
    return words.filter((word) => own.has(word)).length;
  };
  return [...found].sort((a, b) => named(b) - named(a));
}

function nameWords(name: string | undefined): readonly string[] {
  return name === undefined
    ? []
    : wordsOf(name)
        .map((word) => word.norm)
        .filter((word) => word.length > 2 && !SOURCE_OR_FILLER.test(word));
}
