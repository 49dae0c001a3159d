"""Writes held-out sets in SQuAD's format, so that `quoth eval` can measure them.

    python held_out.py --data data --to DIR

clapnq.json: ClapNQ dev. paraphrased.json and originals.json: without the paragraphs that were trained or chosen by. These are
for reporting. written.json: the natural and the written questions that training held out, with the near misses; abstention is
fitted on it (scripts/fit-abstention.js).
"""
import argparse
import json
import pathlib
import re

from read_data import NATURAL, Paragraph, key_of, read_all

HERE = pathlib.Path(__file__).resolve().parent
HALF = 0.5  # of an answer sentence's letters: its middle, which stands in one sentence however a text is split


def clapnq(data: pathlib.Path) -> dict:
    articles = []
    for line in (data / "clapnq-clapnq_dev_answerable.jsonl").read_text().splitlines():
        row = json.loads(line)
        for passage in row["passages"]:
            chosen = {key_of(one) for output in row["output"] for one in output["selected_sentences"]}
            right = [i for i, sentence in enumerate(passage["sentences"]) if key_of(sentence) in chosen]
            answers = answers_of(passage["sentences"], right)
            if answers:
                qas = [{"id": row["id"], "question": row["input"], "answers": answers}]
                articles.append({"title": passage["title"], "paragraphs": [{"context": " ".join(passage["sentences"]), "qas": qas}]})
    return {"version": "1.1", "data": articles}


def answers_of(sentences: list[str], right: list[int]) -> list[dict]:
    """The middles of the right sentences, in a context that joins all by blanks."""
    answers, at = [], 0
    for i, sentence in enumerate(sentences):
        if i in right:
            cut = int(len(sentence) * HALF / 2)
            answers.append({"text": sentence[cut : len(sentence) - cut], "answer_start": at + cut})
        at += len(sentence) + 1
    return answers


def written(held: list[Paragraph]) -> dict:
    """Each paragraph once, with what people asked of it, what was written about it, and what it does not answer."""
    found: dict[str, dict] = {}
    for one in held:
        if one.source not in (*NATURAL, "written"):
            continue
        sentences = [re.sub(r"\s+", " ", sentence).strip() for sentence in one.sentences]
        place = found.setdefault(key_of("".join(sentences)), {"title": one.article, "paragraphs": [{"context": " ".join(sentences), "qas": []}]})
        if len(place["paragraphs"][0]["context"]) != len(" ".join(sentences)):
            continue  # the same text, tokenised otherwise: its answers stand elsewhere
        qas = place["paragraphs"][0]["qas"]
        kind = "written" if one.source == "written" else "natural"
        qas += [{"kind": kind, "question": question, "answers": answers_of(sentences, right)} for question, right in one.questions]
        qas += [{"kind": "near miss", "question": question, "answers": [], "is_impossible": True} for question in one.near]
    for at, article in enumerate(found.values()):
        for number, qa in enumerate(article["paragraphs"][0]["qas"]):
            qa["id"] = f"{at}-{number}"
    return {"version": "v2.0", "data": list(found.values())}


def paraphrased(file: pathlib.Path, trained: set[str]) -> dict:
    """The file repeats a paragraph for every question or two: here each stands once."""
    questions: dict[str, list] = {}
    for article in json.loads(file.read_text())["data"]:
        for one in article["paragraphs"]:
            if key_of(one["context"]) not in trained:
                questions.setdefault(one["context"], []).extend(one["qas"])
    paragraphs = [{"context": context, "qas": qas} for context, qas in questions.items()]
    return {"version": "1.1", "data": [{"title": "paraphrased", "paragraphs": paragraphs}]}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=pathlib.Path, default=HERE / "data")
    arguments.add_argument("--to", type=pathlib.Path, required=True)
    options = arguments.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    train, held = read_all(options.data, HERE.parent.parent / "test/data/xquad.en.json")
    trained = {key_of("".join(one.sentences)) for one in [*train, *held]}
    sets = {
        "clapnq": clapnq(options.data),
        "paraphrased": paraphrased(options.data / "paraphrased-dev_para.json", trained),
        "originals": paraphrased(options.data / "paraphrased-dev_orig.json", trained),
        "written": written(held),
    }
    for name, content in sets.items():
        (options.to / f"{name}.json").write_text(json.dumps(content))
        print(name, sum(len(one["qas"]) for article in content["data"] for one in article["paragraphs"]))


if __name__ == "__main__":
    main()
