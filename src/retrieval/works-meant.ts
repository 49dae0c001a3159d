import { wordsOf } from "../edition/words.js";
import type { Work } from "../edition/work.js";

/** Ways to call a work of some kind, by what work.yaml says that it is. */
const KINDS: ReadonlyMap<string, RegExp> = new Map([
  ["letter", /^letter|epistle|message/],
  ["message", /^message|letter|telegram/],
  ["speech", /^speech|address|oration|sermon/],
  ["address", /^speech|address|oration/],
  ["poem", /^poem|sonnet|ode|elegy/],
  ["sonnet", /^sonnet/],
  ["play", /^play|drama|tragedy|comedy/],
  ["telegram", /^telegram/],
]);
/** Words of titles and names that tell no work from another. */
const COMMON =
  /^(?:the|a|an|of|to|in|on|at|and|or|for|from|by|with|who|whom|when|where|what|how|did|does|was|were|is|it|this|that|he|she|they|letter|message|speech|address|note|text|document|source|poem|play|book|wrote|write|written|mr|mrs|dr|president|chairman)$/;

/**
 * The works that a question about a document means: those with most of its words in their titles, ids and
 * correspondents' names; failing that, the only one of the kind that it speaks of ("the letter"); else all.
 */
export function worksMeant(question: string, works: readonly Work[]): readonly Work[] {
  if (works.length < 2) return works;
  const words = wordsOf(question).map(({ norm }) => norm.replace(/'s$/, ""));
  const telling = words.filter((word) => !COMMON.test(word));
  const scores = works.map((work) => {
    const own = describing(work);
    return telling.filter((word) => own.has(word)).length;
  });
  const most = Math.max(...scores);
  if (most > 0) return works.filter((_, at) => scores[at] === most);
  for (const word of words) {
    const kind = KINDS.get(word);
    const found = kind ? works.filter(({ type }) => type !== undefined && kind.test(type.toLowerCase())) : [];
    if (found.length === 1) return found;
  }
  return works;
}

/** Everything by which a work can be called. */
export function describing({ id, title, authors, addressee = "", date = "" }: Work): ReadonlySet<string> {
  const all = [id.replace(/[_.-]/g, " "), title, ...authors, addressee, date.replace(/-/g, " ")].join(" ");
  return new Set(wordsOf(all).map(({ norm }) => norm.replace(/'s$/, "")));
}
