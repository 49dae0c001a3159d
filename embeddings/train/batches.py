"""Batches of paragraphs: two of the same article each time (hard negatives), the rest of anywhere."""
import random
from collections import defaultdict

from prepare import Window

QUESTIONS_EACH, NEAR_EACH = 8, 4
# How often a source is read per round. Natural and paraphrased questions weigh more than their number; what is noisy less.
ROUNDS = {"squad-sample": 1, "nqg": 1, "selqa": 1, "qed": 1.5, "quotesum": 1, "fairytaleqa": 1, "written": 2, "policyqa": 0.3, "friendsqa": 0.5, "covidqa": 0.4}


def make_round(windows: list[Window], rng: random.Random, pairs_each: int = 4) -> list[list[Window]]:
    """One round through the sources as batches of 2 × `pairs_each` windows of at most QUESTIONS_EACH questions and NEAR_EACH near misses."""
    articles: dict[tuple[str, str], list[Window]] = defaultdict(list)
    for one in windows:
        times = ROUNDS[one.source]
        for _ in range(int(times) + (rng.random() < times % 1)):
            questions = rng.sample(one.questions, len(one.questions))
            for start in range(0, len(questions), QUESTIONS_EACH):
                part = questions[start : start + QUESTIONS_EACH]
                near = rng.sample(one.near, min(NEAR_EACH, len(one.near)))
                articles[one.source, one.article].append(Window(one.source, one.article, one.sentences, part, near))
    pairs, single = [], []
    for group in articles.values():
        rng.shuffle(group)
        while len(group) > 1:
            first = group.pop()
            other = next((i for i, one in enumerate(group) if one.sentences != first.sentences), None)
            if other is None:
                single.append(first)
                continue
            pairs.append([first, group.pop(other)])
        single += group
    rng.shuffle(single)
    pairs += [single[i : i + 2] for i in range(0, len(single), 2)]
    rng.shuffle(pairs)
    return [[one for pair in pairs[i : i + pairs_each] for one in pair] for i in range(0, len(pairs), pairs_each)]
