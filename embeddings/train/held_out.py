"""Writes held-out sets in SQuAD's format, so that `quoth eval` can measure them.

    python held_out.py --data data --to DIR

clapnq.json: ClapNQ dev. paraphrased.json and originals.json: without the paragraphs that were trained or chosen by.
"""
import argparse
import json
import pathlib

from read_data import key_of, read_all

HERE = pathlib.Path(__file__).resolve().parent
HALF = 0.5  # of an answer sentence's letters: its middle, which stands in one sentence however a text is split


def clapnq(data: pathlib.Path) -> dict:
    articles = []
    for line in (data / "clapnq-clapnq_dev_answerable.jsonl").read_text().splitlines():
        row = json.loads(line)
        for passage in row["passages"]:
            chosen = {key_of(one) for output in row["output"] for one in output["selected_sentences"]}
            answers, at = [], 0
            for sentence in passage["sentences"]:
                if key_of(sentence) in chosen:
                    cut = int(len(sentence) * HALF / 2)
                    answers.append({"text": sentence[cut : len(sentence) - cut], "answer_start": at + cut})
                at += len(sentence) + 1
            if answers:
                qas = [{"id": row["id"], "question": row["input"], "answers": answers}]
                articles.append({"title": passage["title"], "paragraphs": [{"context": " ".join(passage["sentences"]), "qas": qas}]})
    return {"version": "1.1", "data": articles}


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
    written = {
        "clapnq": clapnq(options.data),
        "paraphrased": paraphrased(options.data / "paraphrased-dev_para.json", trained),
        "originals": paraphrased(options.data / "paraphrased-dev_orig.json", trained),
    }
    for name, content in written.items():
        (options.to / f"{name}.json").write_text(json.dumps(content))
        print(name, sum(len(one["qas"]) for article in content["data"] for one in article["paragraphs"]))


if __name__ == "__main__":
    main()
