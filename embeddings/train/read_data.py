"""Reads every source into one shape: paragraphs of sentences, with questions and the sentences that answer them."""
import csv
import json
import pathlib
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from zlib import crc32

from split_sentences import split_sentences
from vary_question import FRAME


@dataclass
class Paragraph:
    """`questions` holds (question, indices of the sentences that answer it); `near` questions that look as if it answered them."""

    source: str
    article: str
    sentences: list[str]
    questions: list[tuple[str, list[int]]] = field(default_factory=list)
    near: list[str] = field(default_factory=list)


def key_of(text: str) -> str:
    """What is left of a text when case, blanks and signs are put aside: sources tokenise differently."""
    return re.sub(r"[^a-z0-9]+", "", text.lower())


def read_squad(file: pathlib.Path, source: str) -> Iterator[Paragraph]:
    """SQuAD's format, 1.1 or 2.0; questions that the paragraph does not answer are left out."""
    for number, article in enumerate(sorted(json.loads(file.read_text())["data"], key=lambda one: one.get("title", ""))):
        for paragraph in article["paragraphs"]:
            context = paragraph["context"]
            spans = split_sentences(context)
            found = Paragraph(source, article.get("title", str(number)), [context[a:b] for a, b in spans])
            for qa in paragraph["qas"]:
                if qa.get("is_impossible") or not qa["answers"]:
                    continue
                at = qa["answers"][0]["answer_start"]
                end = at + len(qa["answers"][0]["text"].rstrip())
                right = [i for i, (a, b) in enumerate(spans) if a < end and at < b]
                if right:
                    found.questions.append((qa["question"], right))
            yield found


def untokenise(text: str) -> str:
    for coded, plain in (("-lrb-", "("), ("-rrb-", ")"), ("-lsb-", "["), ("-rsb-", "]"), ("``", '"'), ("''", '"')):
        text = text.replace(coded, plain)
    return re.sub(r" ([,.;:?!)\]'])", r"\1", re.sub(r"([(\[]) ", r"\1", text.strip()))


def read_nqg(data: pathlib.Path, sentences_each: int = 5) -> Iterator[Paragraph]:
    """Sentence and question pairs in the order of the text; neighbours stand in for the paragraph, which is not there."""
    sources = (data / "nqg-src-test.txt").read_text().splitlines()
    questions = (data / "nqg-tgt-test.txt").read_text().splitlines()
    asked: dict[str, list[str]] = defaultdict(list)
    for sentence, question in zip(sources, questions, strict=True):
        asked[untokenise(sentence)].append(untokenise(question))
    order = list(asked)
    for start in range(0, len(order), sentences_each):
        group = order[start : start + sentences_each]
        pairs = [(question, [i]) for i, sentence in enumerate(group) for question in asked[sentence]]
        yield Paragraph("nqg", f"nqg-{start // (10 * sentences_each)}", group, pairs)


def read_selqa(data: pathlib.Path) -> Iterator[Paragraph]:
    sections: dict[tuple[str, str], Paragraph] = {}
    for half in ("dev", "test"):
        for row in json.loads((data / f"selqa-selqa-ass-{half}.json").read_text()):
            place = (row["article"], key_of("".join(row["candidates"])))
            found = sections.setdefault(place, Paragraph("selqa", row["article"], row["candidates"]))
            if row["answers"]:
                found.questions.append((row["question"], row["answers"]))
    yield from sections.values()


def read_qed(data: pathlib.Path) -> Iterator[Paragraph]:
    for line in (data / "qed-qed-dev.jsonlines").read_text().splitlines():
        row = json.loads(line)
        text, starts = row["paragraph_text"], row["sentence_starts"]
        spans = list(zip(starts, [*starts[1:], len(text)], strict=True))
        selected = row["annotation"].get("selected_sentence")
        if not selected:
            continue
        right = [i for i, (a, _) in enumerate(spans) if a == selected["start"]]
        if right:
            yield Paragraph("qed", row["title_text"], [text[a:b].strip() for a, b in spans], [(row["question_text"], right)])


def read_quotesum(data: pathlib.Path) -> Iterator[Paragraph]:
    """Each question with every passage that holds one of its short answers; the first sentence that does is right."""
    seen = set()
    for line in (data / "quotesum-dev.jsonl").read_text().splitlines():
        row = json.loads(line)
        for i in range(1, 9):
            text, answer = row[f"source{i}"], row[f"short_ans_{i}"].lower()
            if not text or not answer or (row["qid"], i) in seen:
                continue
            seen.add((row["qid"], i))
            sentences = [text[a:b] for a, b in split_sentences(text)]
            right = [j for j, sentence in enumerate(sentences) if answer in sentence.lower()]
            if right:
                yield Paragraph("quotesum", f"quotesum-{row['qid']}-{i}", sentences, [(row["question"], right)])


def read_friendsqa(data: pathlib.Path) -> Iterator[Paragraph]:
    for half in ("dev", "tst"):
        for scene in json.loads((data / f"friendsqa-friendsqa_{half}.json").read_text())["data"]:
            for paragraph in scene["paragraphs"]:
                said = paragraph["utterances:"]
                lines = [f"{' and '.join(one['speakers'])}: {untokenise(one['utterance'])}" for one in said]
                place = {one["uid"]: i for i, one in enumerate(said)}
                found = Paragraph("friendsqa", scene["title"], lines)
                for qa in paragraph["qas"]:
                    right = sorted({place[answer["utterance_id"]] for answer in qa["answers"]})
                    found.questions.append((untokenise(qa["question"]), right))
                yield found


def words_of(text: str) -> set[str]:
    """The words that carry an answer, cut to five letters so that inflections meet."""
    return {word[:5] for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in FRAME}


LEAST_SHARE = 0.6  # of an answer's words that the sentence must hold


def read_fairytales(data: pathlib.Path) -> Iterator[Paragraph]:
    """
    Tales in sections, with questions by teachers whose answers stand in the text, reworded. The right sentence is the one
    that holds most of the answer's words; a question where no single one holds most is left out.
    """
    folder = data / "fairytaleqa-data-by-train-split"
    for file in sorted(folder.glob("questions/*/*-questions.csv")):
        story = file.name.removesuffix("-questions.csv")
        sections = {}
        for row in csv.DictReader((folder / "section-stories" / file.parent.name / f"{story}-story.csv").open()):
            text = re.sub(r"\s+", " ", row["text"]).strip()
            sections[row["section"]] = Paragraph("fairytaleqa", story, [text[a:b] for a, b in split_sentences(text)])
        for row in csv.DictReader(file.open()):
            section, answer = sections.get(row["cor_section"]), words_of(row["answer1"])
            if row["ex-or-im1"] != "explicit" or section is None or not answer:
                continue
            shares = [len(answer & words_of(one)) / len(answer) for one in section.sentences]
            best = max(shares)
            if best >= LEAST_SHARE and shares.count(best) == 1:
                section.questions.append((row["question"].strip(), [shares.index(best)]))
        yield from sections.values()


WRITTEN = pathlib.Path(__file__).resolve().parent / "written"


def read_written(others: list[Paragraph]) -> Iterator[Paragraph]:
    """
    Questions that were written for this (written/README.md): about public-domain texts, which stand beside them, and about
    paragraphs of the other sources, which are named by a hash.
    """
    known = {digest_of(one.sentences): one for one in others}
    for file in sorted(WRITTEN.glob("*.jsonl")):
        for line in file.read_text().splitlines():
            row = json.loads(line)
            sentences = row["sentences"] if "sentences" in row else known[row["paragraph"]].sentences
            questions = [(question, right) for question, right in row["questions"]]
            yield Paragraph("written", row["article"], sentences, questions, [question for question, _ in row["near"]])


def digest_of(sentences: list[str]) -> str:
    return sha256(key_of("".join(sentences)).encode()).hexdigest()[:16]


def read_clapnq(data: pathlib.Path) -> Iterator[Paragraph]:
    for line in (data / "clapnq-clapnq_dev_answerable.jsonl").read_text().splitlines():
        row = json.loads(line)
        for passage in row["passages"]:
            chosen = {key_of(one) for output in row["output"] for one in output["selected_sentences"]}
            right = [i for i, one in enumerate(passage["sentences"]) if key_of(one) in chosen]
            if right:
                yield Paragraph("clapnq", passage["title"], passage["sentences"], [(row["input"], right)])


HELD_ARTICLES = 8  # of SQuAD dev, sorted by title: by these quoth's weights and its abstention are fitted; 9-16 are for reporting only
NATURAL = ("qed", "selqa", "quotesum")
HELD_EACH = 10  # of the natural and the written questions about every tenth article is held, too


def read_all(data: pathlib.Path, xquad: pathlib.Path) -> tuple[list[Paragraph], list[Paragraph]]:
    """The paragraphs to train on, and those held out to choose by; nothing that a test holds is in either."""
    dev = list(read_squad(data / "squad-dev-dev-v2.0.json", "squad-dev"))
    titles = sorted({one.article for one in dev})
    held = [one for one in dev if one.article in titles[:HELD_ARTICLES]]
    tests = [one for one in dev if one.article not in titles[:HELD_ARTICLES]]
    tests += [*read_squad(xquad, "xquad"), *read_clapnq(data)]
    forbidden = texts_of(tests)
    held = [one for one in held if one.questions and forbidden.isdisjoint(texts_of([one]))]

    everything = list(read_squad(data / "squad-sample-train-v2.0.json", "squad-sample"))
    everything += [*read_selqa(data), *read_qed(data), *read_quotesum(data), *read_friendsqa(data), *read_fairytales(data)]
    for half in ("dev", "test"):
        everything += read_squad(data / f"policyqa-{half}.json", "policyqa")
    for one in read_squad(data / "covidqa-200423_covidQA.json", "covidqa"):
        everything.append(Paragraph("covidqa", key_of(one.sentences[0]), one.sentences, one.questions))
    everything += read_written(everything)
    natural = [one for one in everything if one.source in (*NATURAL, "written") and crc32(one.article.encode()) % HELD_EACH == 0]
    held += [one for one in natural if one.questions and forbidden.isdisjoint(texts_of([one]))]
    forbidden |= texts_of(held)
    train = []
    for one in everything:
        questions = [(q, right) for q, right in one.questions if key_of(q) not in forbidden]
        if questions and forbidden.isdisjoint(texts_of([Paragraph(one.source, one.article, one.sentences)])):
            train.append(Paragraph(one.source, one.article, one.sentences, questions, one.near))
    forbidden |= {key_of(q) for one in train for q, _ in one.questions}
    for one in read_nqg(data):
        questions = [(q, right) for q, right in one.questions if key_of(q) not in forbidden]
        if questions and forbidden.isdisjoint(texts_of([Paragraph(one.source, one.article, one.sentences)])):
            train.append(Paragraph(one.source, one.article, one.sentences, questions, one.near))
    return train, held


def texts_of(paragraphs: list[Paragraph]) -> set[str]:
    """Keys of the paragraphs, of their longer sentences and of their questions: what must not stand on both sides."""
    texts = {key_of("".join(one.sentences)) for one in paragraphs}
    texts |= {key_of(sentence) for one in paragraphs for sentence in one.sentences if len(sentence) > 40}
    return texts | {key_of(question) for one in paragraphs for question, _ in one.questions}
