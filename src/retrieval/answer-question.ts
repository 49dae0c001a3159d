import { QuothError } from "../edition/quoth-error.js";
import type { Work } from "../edition/work.js";
import { abstention } from "./abstain.js";
import type { Answer, Declared } from "./answer.js";
import { answerInProse } from "./answer-in-prose.js";
import type { AskOptions } from "./ask-options.js";
import { documentAnswer } from "./document-answer.js";
import { namedAuthors } from "./named-authors.js";
import { searchReach } from "./search-reach.js";
import type { Searcher } from "./searcher.js";

/**
 * Answers a question in the source's own words, or abstains with the closest passage. Where several authors are loaded
 * and the question names one as the speaker, it is put to that author's works; where it names one otherwise, to these
 * and to all, and the surer answer counts.
 * @throws QuothError `blank-question`.
 */
export async function answerQuestion(searcher: Searcher, text: string, options: AskOptions): Promise<Answer> {
  const named = namedAuthors(text, options.works);
  if (!named) return answerWithin(searcher, text, options);
  const own = await answerWithin(searcher, text, { ...options, works: named.works });
  if (named.speak) return own;
  const all = await answerWithin(searcher, text, options);
  if (all.kind === "abstention") return own.kind === "answer" ? own : all;
  return own.kind === "answer" && own.confidence >= all.confidence ? own : all;
}

async function answerWithin(searcher: Searcher, text: string, options: AskOptions): Promise<Answer> {
  const question = text.trim();
  if (question === "") {
    throw new QuothError("blank-question", "The question is blank.", {
      remedy: 'Ask something, for instance: quoth ask "What does it say about Laos?"',
    });
  }
  if (!/[\p{L}\p{N}]/u.test(question)) return abstention(text, "nothing-asked");
  const about = searcher.tuning?.structure === false ? undefined : documentAnswer(searcher, text, options);
  if (about?.kind === "no-part") {
    // Its own words may still say it; those of another work do not.
    const { work, isDeclared } = about;
    const answer = await answerFromText(searcher, text, { ...options, works: [work] });
    return answer.kind === "abstention" && isDeclared ? { ...answer, declared: declarationOf(work) } : answer;
  }
  return about ?? answerFromText(searcher, text, options);
}

async function answerFromText(searcher: Searcher, text: string, options: AskOptions): Promise<Answer> {
  const reach = searchReach(searcher, options);
  if (reach.unserved.length > 0 && !searcher.units.some(reach.allowed))
    return { ...abstention(text, "language"), unserved: [...reach.unserved] };
  return answerInProse(searcher, text, options, reach);
}

function declarationOf({ id, title, authors, addressee, date }: Work): Declared {
  return {
    work: id,
    title,
    authors: [...authors],
    ...(addressee === undefined ? {} : { addressee }),
    ...(date === undefined ? {} : { date }),
  };
}
