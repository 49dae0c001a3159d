import { z } from "zod";
import { CITATION_STYLES } from "../../edition/citation/citation-style.js";

/** What quoth says in its own words about a turn: about places and editions, never about the content. */
const WORDS = {
  repeated: (what: string) => `Shown before: ${what}.`,
  "text-ends": () => "The text ends here.",
  "text-begins": () => "The text begins here.",
  "note-ends": () => "The note ends here.",
  "note-begins": () => "The note begins here.",
  "line-ends": () => "This line of the edition ends here.",
  "line-begins": () => "This line of the edition begins here.",
  "nothing-shown": () => "Nothing has been shown yet: ask a question, or name a passage such as 3.1.",
  "nothing-asked": () => "Nothing has been asked yet.",
  "nothing-else": () => "Nothing else in the source meets that question as well.",
  around: () => "No sentence is offered as the answer to that; this stands around the last quote.",
  "no-such-passage": (what: string) => `No edition has a passage ${what}.`,
  "no-such-note": (what: string, labels: string) =>
    labels === "" ? `There is no note ${what}.` : `There is no note ${what}; there are: ${labels}.`,
  "no-note-here": (labels: string) =>
    labels === ""
      ? "No edition has notes."
      : `No note sign stands in this passage; the notes are: ${labels}.`,
  "reads-the-same": (siglum: string) => `${siglum} reads exactly the same here.`,
  "reads-otherwise": (siglum: string) => `${siglum} reads otherwise here; this is its reading.`,
  "same-edition": (siglum: string) => `What was shown is from ${siglum} already.`,
  "no-such-edition": (name: string, sigla: string) => `No edition is called “${name}”; there are: ${sigla}.`,
  "edition-lacks-it": (siglum: string) => `${siglum} lacks this passage.`,
  "only-edition": () => "Only one edition is loaded; there is nothing to compare.",
  "editions-own": (siglum: string) =>
    `This is ${siglum}'s own, not the author's text; other editions have nothing to set beside it.`,
  "first-only": (what: string) => `The citation is of ${what}, the first of the passages shown.`,
  voice: (who: string) => `These are the words of ${who}.`,
  place: (what: string) => `It stands at ${what}`,
  "which-work": (works: string) => `Several works are loaded; say which: ${works}.`,
  help: () =>
    'Ask a question about the source, or say: "what comes next?", "before that", "the whole paragraph", "what does note A say?", "how does the other edition put it?", "compare", "cite that in MLA", "who is speaking?", "where is that?", "3.1", "anything else?", "why?", "and …?", "start over", "quit".',
  restarted: () => "A new conversation.",
  greeting: () => 'Hello. Ask a question about the source, or say "help".',
  "quotes-only": () => "quoth writes nothing of its own about the content: it quotes.",
  loaded: (what: string) => `Loaded: ${what}.`,
  styles: () => `There is no such style; there are: ${CITATION_STYLES.join(", ")}.`,
  welcome: () => "You are welcome.",
  "go-on": () => 'Ask on, or say "help".',
  goodbye: () => "Goodbye.",
} as const;

type RemarkCode = keyof typeof WORDS;

/** `code` is stable, `text` is for a person. */
export const remarkSchema = z.object({
  code: z.enum(Object.keys(WORDS) as [RemarkCode, ...RemarkCode[]]),
  text: z.string().min(1),
});

export type Remark = Readonly<z.infer<typeof remarkSchema>>;

export function remark<C extends RemarkCode>(code: C, ...args: Parameters<(typeof WORDS)[C]>): Remark {
  const words: (...given: readonly string[]) => string = WORDS[code];
  return { code, text: words(...args) };
}
