// How right, and how able to tell what is not in the text: the same judges for everyone.
import { auroc } from "../../dist/evaluation/auroc.js";
import { bootstrapInterval } from "../../dist/evaluation/bootstrap-interval.js";

const CRITERIA = ["position", "accepted"];

/** A share with its bootstrap 95 % interval. */
function share(list) {
  const mean = (sample) => sample.reduce((sum, one) => sum + Number(one), 0) / sample.length;
  return { value: mean(list), ...bootstrapInterval(list, mean), questions: list.length };
}

/**
 * Right first and in three, of the answerable questions, by each system's first three units. quoth: its ranking of
 * single sentences, and of passages, as `quoth eval` takes them.
 * @param {(question: object) => boolean} wanted which questions count
 */
export function judgeFound(corpus, { questions, asked, outcomes }, wanted = () => true) {
  const own = questions.flatMap((question, at) => (question.answerable && wanted(question) ? [at] : []));
  const right = (question, found) => {
    const verdict = question.judge(corpus.places[found]);
    return CRITERIA.some((criterion) => verdict[criterion] === true);
  };
  const within = (name, most) =>
    own.map((at) => asked[name][at].found.slice(0, most).some((one) => right(questions[at], one.at)));
  const figures = Object.fromEntries(
    Object.keys(asked)
      .filter((name) => name !== "quoth")
      .map((name) => [
        name,
        { first: share(within(name, 1)), ...(name === "floor" ? {} : { three: share(within(name, 3)) }) },
      ]),
  );
  if (outcomes.length === 0) return figures;
  const rank = (ranks) => CRITERIA.map((criterion) => ranks[criterion]).find((one) => one !== undefined);
  const upTo = (kind, most) => own.map((at) => (rank(outcomes[at][kind]) ?? Infinity) <= most);
  return {
    quoth: { first: share(upTo("sentence", 1)), three: share(upTo("sentence", 3)) },
    "quoth, its quotes": { first: share(upTo("quote", 1)), three: share(upTo("quote", 3)) },
    "quoth, passages": { first: share(own.map((at) => outcomes[at].passage === 1)) },
    ...figures,
  };
}

/**
 * Foreign questions answered all the same, answerable ones answered, and how well the best score (quoth: its
 * stated probability) tells one from the other.
 */
export function judgeRefusals({ questions, asked, foreign }) {
  return Object.fromEntries(
    Object.keys(asked).map((name) => {
      const own = asked[name].filter((_, at) => questions[at].answerable);
      const scored = [
        ...own.map(({ score }) => ({ score: score ?? -Infinity, own: true })),
        ...foreign[name].map(({ score }) => ({ score: score ?? -Infinity, own: false })),
      ];
      const area = (sample) =>
        auroc(
          sample.filter((one) => one.own).map((one) => one.score),
          sample.filter((one) => !one.own).map((one) => one.score),
        );
      return [
        name,
        {
          answered: share(own.map((one) => one.answered)),
          foreign: share(foreign[name].map((one) => one.answered)),
          auroc: { value: area(scored), ...bootstrapInterval(scored, area) },
        },
      ];
    }),
  );
}

/** What quoth showed, cut from its files anew. */
export function countSlices({ asked, foreign }) {
  const replies = [...asked.quoth, ...foreign.quoth];
  return {
    quotes: replies.reduce((sum, { quotes }) => sum + quotes, 0),
    bad: replies.flatMap(({ bad }) => bad).length,
  };
}
