"""Trains the token vectors of all-MiniLM-L6-v2 to choose the sentence that answers.

    python train.py --data data --out runs/first

Writes checkpoints (weights, optimiser, position) to --out and goes on from the newest one where there is one.
"""
import argparse
import json
import pathlib
import random
import time
from collections import deque

import torch
from torch.nn.functional import normalize
from transformers import BertModel

from batches import make_round
from choose import mix
from late_interaction import Encoded, encode, join_sentences, max_sim, weighted
from prepare import Window, count_pieces, open_tokenizer, pieces_of, weights_of, windows_of
from read_data import read_all
from stock import stock_weights
from vary_question import vary_question

HERE = pathlib.Path(__file__).resolve().parent
SEED = 19610418
RATE, LEAST_RATE, WARM_UP, DECAY = 4e-5, 0.05, 80, 0.01
TEMPERATURE, DENSE_TEMPERATURE = 25.0, 20.0
DENSE_SENTENCE = 0.25  # weight of the single-vector loss over sentences; over paragraphs: --paragraphs
# In this share of the questions, half of the pieces may not match their own like: another word has to carry them.
MASKED_QUESTIONS = 0.1
# A level that the score of an answer should exceed and that of other articles' best sentence should not: quoth abstains
# by it, and a softmax, which sees differences only, leaves it to chance.
LEVEL_STEEPNESS = 20.0
# Paragraphs of the last batches, kept as they were encoded, and how many questions of a batch are held against them: in a
# large corpus a foreign question finds its best sentence among thousands.
BANK, ASKED_OF_BANK = 256, 16


def loss_of(model, batch: list[Window], tokenizer, counts, total, rng: random.Random, options, levels: torch.Tensor, cache: dict | None = None, bank: deque | None = None) -> tuple[torch.Tensor, dict]:
    questions, right, home, near, at = [], [], [], [], 0

    def read(text: str) -> tuple[list[int], torch.Tensor]:
        ids = pieces_of(tokenizer, vary_question(text, rng))[:64]
        return ids, weights_of(tokenizer, ids, counts, total)

    for number, window in enumerate(batch):
        for text, sentences in window.questions:
            ids, weights = read(text)
            if weights.sum() > 0:
                questions.append((ids, weights))
                right.append([at + i for i in sentences])
                home.append(number)
        near += [(ids, weights) for ids, weights in map(read, window.near) if weights.sum() > 0]
        at += len(window.sentences)
    paragraphs = encode(model, [sum(one.sentences, []) for one in batch], options.frozen, cache)
    both = encode(model, [ids for ids, _ in [*questions, *near]], options.frozen)
    count = len(questions)
    asked = Encoded(both.rows[:count], both.pooled[:count], both.raw[:count])
    rows, means = split_sentences_of(batch, paragraphs)
    ids_q = torch.tensor(sum((ids for ids, _ in questions), []))
    ids_p = torch.tensor([piece for one in batch for sentence in one.sentences for piece in sentence])
    masked = torch.tensor(
        [one for ids, _ in questions for one in ([rng.random() < 0.5 for _ in ids] if rng.random() < options.masked else [False] * len(ids))]
    )
    forbidden = (ids_q[:, None] == ids_p[None]) & masked[:, None]
    joined = join_sentences(rows)
    score = weighted(max_sim(torch.cat(asked.rows), joined, forbidden), [weights for _, weights in questions])
    target = torch.zeros_like(score, dtype=torch.bool)
    for number, sentences in enumerate(right):
        target[number, sentences] = True
    homes = torch.nn.functional.one_hot(torch.tensor(home), len(batch)).bool()
    late = choice_loss(score * TEMPERATURE, target)
    dense = asked.pooled @ normalize(torch.stack(means), dim=-1).T
    sentence = choice_loss(dense * DENSE_TEMPERATURE, target)
    paragraph = choice_loss(asked.pooled @ paragraphs.pooled.T * DENSE_TEMPERATURE, homes)
    right_now = target.gather(1, score.argmax(1, keepdim=True)).float().mean()
    owner = torch.tensor([number for number, one in enumerate(batch) for _ in one.sentences])
    foreign = torch.tensor([[batch[at].article != batch[number].article for at in owner] for number in home])
    level = level_loss(score, levels[0], target, foreign) + level_loss(dense, levels[1], target, foreign)
    if bank is not None:
        level = level + bank_loss(asked, [weights for _, weights in questions], [batch[at].article for at in home], levels[0], bank, rng)
        at = 0
        for window in batch:
            bank.append((window.article, [one.detach() for one in rows[at : at + len(window.sentences)]]))
            at += len(window.sentences)
    missed = torch.zeros(())
    if near:
        missed = near_loss(score, target, weighted(max_sim(torch.cat(both.rows[count:]), joined), [weights for _, weights in near]))
    whole = options.near * missed + late + DENSE_SENTENCE * sentence + options.paragraphs * paragraph + options.level * level
    values = {"late": late.item(), "sentence": sentence.item(), "paragraph": paragraph.item(), "level": level.item(), "near": missed.item(), "right": right_now.item()}
    return whole, {**values, "questions": len(questions)}


def split_sentences_of(batch: list[Window], paragraphs: Encoded) -> tuple[list[torch.Tensor], list[torch.Tensor]]:
    """The token rows of every sentence of a batch, and the mean of its rows."""
    rows, means = [], []
    for window, normal, raw in zip(batch, paragraphs.rows, paragraphs.raw, strict=True):
        lengths = [len(one) for one in window.sentences]
        rows += normal.split(lengths)
        means += [one.mean(0) for one in raw.split(lengths)]
    return rows, means


def choice_loss(scores: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of a softmax over all columns, where any target counts as right."""
    return (scores.logsumexp(1) - scores.masked_fill(~target, -1e4).logsumexp(1)).mean()


def level_loss(scores: torch.Tensor, level: torch.Tensor, target: torch.Tensor, foreign: torch.Tensor) -> torch.Tensor:
    """How far right answers stay below `level`, and the best of other articles above it."""
    own = scores.masked_fill(~target, -1).max(1).values
    other = scores.masked_fill(~foreign, -1).max(1).values
    softplus = torch.nn.functional.softplus
    return (softplus(LEVEL_STEEPNESS * (level - own)) + softplus(LEVEL_STEEPNESS * (other - level))).mean()


def near_loss(scores: torch.Tensor, target: torch.Tensor, missing: torch.Tensor) -> torch.Tensor:
    """How far the best sentences of near misses stay above right answers, whichever question these answer: what the area under the ROC curve counts, made smooth."""
    own = scores.masked_fill(~target, -1).max(1).values
    return torch.nn.functional.softplus(LEVEL_STEEPNESS * (missing.max(1).values[None] - own[:, None])).mean()


def bank_loss(asked: Encoded, weights: list[torch.Tensor], articles: list[str], level: torch.Tensor, bank: deque, rng: random.Random) -> torch.Tensor:
    """How far the best sentence of earlier paragraphs, of other articles, stays above `level`."""
    chosen = rng.sample(range(len(weights)), min(ASKED_OF_BANK, len(weights)))
    sentences = [one for _, rows in bank for one in rows]
    if not sentences:
        return torch.zeros(())
    owners = [article for article, rows in bank for _ in rows]
    scores = weighted(max_sim(torch.cat([asked.rows[i] for i in chosen]), join_sentences(sentences)), [weights[i] for i in chosen])
    own = torch.tensor([[owner == articles[i] for owner in owners] for i in chosen])
    return torch.nn.functional.softplus(LEVEL_STEEPNESS * (scores.masked_fill(own, -1).max(1).values - level)).mean()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=pathlib.Path, default=HERE / "data")
    arguments.add_argument("--out", type=pathlib.Path, required=True)
    arguments.add_argument("--steps", type=int, default=3000)
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--minutes", type=float, default=110, help="the rate falls to its least by then, or by --steps, whichever comes first")
    arguments.add_argument("--every", type=int, default=300, help="steps between checkpoints")
    arguments.add_argument("--start", type=pathlib.Path, nargs="+", help="checkpoints of earlier runs whose mean weights to start from")
    arguments.add_argument("--without", nargs="+", default=[], help="sources to leave out")
    arguments.add_argument("--seed", type=int, default=SEED, help="decides the order of the data and how questions vary")
    arguments.add_argument("--rate", type=float, default=RATE, help="the highest learning rate")
    arguments.add_argument("--paragraphs", type=float, default=0.3, help="weight of the single-vector loss over paragraphs")
    arguments.add_argument("--level", type=float, default=0.0, help="weight of the loss that sets a level for abstention")
    arguments.add_argument("--near", type=float, default=0.0, help="weight of the loss that holds near misses below right answers")
    arguments.add_argument("--masked", type=float, default=MASKED_QUESTIONS, help="share of questions that may not match alike")
    arguments.add_argument("--pairs", type=int, default=4, help="pairs of paragraphs of one article in a batch: more of them press the scores of foreign sentences further down")
    arguments.add_argument("--frozen", type=int, default=0, help="lowest layers that stay as they are: 2 make a step a third cheaper")
    options = arguments.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    stock = HERE.parent / "models/all-MiniLM-L6-v2"
    tokenizer = open_tokenizer(stock)
    paragraphs, _ = read_all(options.data, HERE.parent.parent / "test/data/xquad.en.json")
    windows = [window for one in paragraphs if one.source not in options.without for window in windows_of(tokenizer, one)]
    counts, total = count_pieces(windows)
    windows = [one for one in windows if one.questions]

    model = BertModel.from_pretrained(stock_weights(), attn_implementation="sdpa", add_pooling_layer=False)
    model.eval()  # no dropout
    model.embeddings.word_embeddings.requires_grad_(False)
    cache: dict | None = {} if options.frozen > 0 else None
    if options.frozen > 0:
        for part in [model.embeddings, *model.encoder.layer[: options.frozen]]:
            part.requires_grad_(False)
    trained = [one for one in model.parameters() if one.requires_grad]
    bank = deque(maxlen=BANK) if options.level > 0 else None
    levels = torch.tensor([0.55, 0.45], requires_grad=True)
    optimiser = torch.optim.AdamW([*trained, levels], lr=options.rate, weight_decay=DECAY)
    step, exposures, spent = 0, 0, 0.0
    if options.start:
        model.load_state_dict(mix(model.state_dict(), [torch.load(one, weights_only=True)["model"] for one in options.start], 1.0))
    newest = max(options.out.glob("step-*.pt"), default=None)
    if newest:
        state = torch.load(newest, weights_only=True)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        step, exposures = state["step"], state["exposures"]
        spent = state["seconds"]
    begun = time.monotonic() - spent
    number, skipped = 0, 0
    log = (options.out / "log.jsonl").open("a")
    while True:
        batches = make_round(windows, random.Random(options.seed + number), options.pairs)
        number += 1
        for batch in batches:
            skipped += 1
            if skipped <= step:
                continue
            seconds = time.monotonic() - begun
            done = max(step / options.steps, seconds / 60 / options.minutes)
            if done >= 1:
                return save(options.out, model, optimiser, step, exposures, seconds)
            rate = options.rate * min(1, (step + 1) / WARM_UP) * max(LEAST_RATE, 1 - done)
            for group in optimiser.param_groups:
                group["lr"] = rate
            loss, values = loss_of(model, batch, tokenizer, counts, total, random.Random(options.seed * 1000 + step), options, levels, cache, bank)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            step += 1
            exposures += values["questions"]
            line = {"step": step, "exposures": exposures, "seconds": round(seconds, 1), **values}
            print(json.dumps(line), file=log, flush=True)
            if step % options.every == 0:
                save(options.out, model, optimiser, step, exposures, time.monotonic() - begun)


def save(out: pathlib.Path, model, optimiser, step: int, exposures: int, seconds: float) -> None:
    target = out / f"step-{step:05}.pt"
    part = target.with_suffix(".part")
    torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "exposures": exposures, "seconds": seconds}, part)
    part.rename(target)


if __name__ == "__main__":
    main()
