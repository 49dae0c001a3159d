// Whether a run of sentences is an accepted answer to a question of test/data/letter-questions.jsonl.

/** @param run sentences `from`..`to` (exclusive) of a unit: right when one accepted reference overlaps it. */
export function accepts(question, unit, from, to) {
  const paths = unit.passage.sentences.slice(from, to).map((sentence) => sentence.path);
  return question.answers.some((answer) => {
    if (typeof answer !== "string") {
      return unit.passage.layer === answer.layer && unit.sentences.slice(from, to).some((text) => text.includes(answer.contains));
    }
    if (paths.includes(answer) || unit.passage.path === answer) return true;
    const range = /^(.*)\.(\d+)-(\d+)$/.exec(answer);
    if (!range) return false;
    const [, base, low, high] = range;
    return paths.some((path) => {
      const at = path.lastIndexOf(".");
      const number = Number(path.slice(at + 1));
      return path.slice(0, at) === base && number >= Number(low) && number <= Number(high);
    });
  });
}
