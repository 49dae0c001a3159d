/** What a question is about stands after these words. */
const ABOUT = /^.*\b(?:about|regarding|concerning|mentions?|thinks? of|says? on)\s+(?=\S)/isu;
/** Names: words with a capital that do not begin the question. */
const NAME =
  /(?<=[\p{L}\p{N},)]\s+)(?:the\s+)?\p{Lu}[\p{L}\p{N}.'’-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}\p{N}.'’-]*)*/gu;

/**
 * The last question with its topic replaced: "What does he say about Cuba?" and "Laos" give "What does he say
 * about Laos?". The topic is what stands after "about", else the last name; undefined where there is neither.
 */
export function replaceTopic(question: string, topic: string): string | undefined {
  const about = ABOUT.exec(question);
  if (about) return `${about[0]}${topic}?`;
  const name = [...question.matchAll(NAME)].at(-1);
  if (!name) return undefined;
  const possessive = /['’]s$/u.test(name[0]) ? (topic.endsWith("s") ? "’" : "’s") : "";
  return question.slice(0, name.index) + topic + possessive + question.slice(name.index + name[0].length);
}
