"""The score that quoth chooses sentences by, differentiable: MaxSim with idf over contextual token vectors."""
from dataclasses import dataclass

import torch
from torch.nn.functional import normalize
from torch.nn.utils.rnn import pad_sequence

CLS, SEP, MASK = 101, 102, 103
WINDOW = 254  # word pieces of a paragraph, [CLS] and [SEP] aside, as quoth reads them


@dataclass
class Encoded:
    """Token rows without [CLS] and [SEP], and the mean over all rows, both of length 1."""

    rows: list[torch.Tensor]
    pooled: torch.Tensor
    raw: list[torch.Tensor]


def run_layers(model, hidden: torch.Tensor, lengths: list[int], layers: slice) -> torch.Tensor:
    """Some layers of the encoder over padded rows; without padding the mask is left out, which is faster."""
    longest = hidden.shape[1]
    mask = None
    if min(lengths) < longest:
        mask = (torch.arange(longest)[None] < torch.tensor(lengths)[:, None])[:, None, None, :]
    for layer in model.encoder.layer[layers]:
        hidden = layer(hidden, attention_mask=mask)
        hidden = hidden[0] if isinstance(hidden, tuple) else hidden
    return hidden


def encode(model, pieces: list[list[int]], frozen: int = 0, cache: dict | None = None, tokens: int = 640) -> Encoded:
    """
    Encodes texts given as word pieces; texts of like length go together, about `tokens` at a time, so that little is
    padded. No gradient reaches the embeddings and the lowest `frozen` layers; `cache` keeps what these give.
    """
    order = sorted(range(len(pieces)), key=lambda i: -len(pieces[i]))
    raw: list = [None] * len(pieces)
    pooled: list = [None] * len(pieces)
    while order:
        batch = max(1, tokens // (len(pieces[order[0]]) + 2))
        part, order = order[:batch], order[batch:]
        lengths = [len(pieces[i]) + 2 for i in part]
        keys = [tuple(pieces[i]) for i in part]
        if cache is not None and all(key in cache for key in keys):
            hidden = pad_sequence([cache[key] for key in keys], batch_first=True).float()
        else:
            ids = pad_sequence([torch.tensor([CLS, *pieces[i], SEP]) for i in part], batch_first=True)
            with torch.set_grad_enabled(frozen == 0 and torch.is_grad_enabled()):
                hidden = run_layers(model, model.embeddings(input_ids=ids), lengths, slice(0, frozen))
            if cache is not None:
                cache.update({key: hidden[row, :length].half() for row, (key, length) in enumerate(zip(keys, lengths, strict=True))})
        hidden = run_layers(model, hidden, lengths, slice(frozen, None))
        for row, (i, length) in enumerate(zip(part, lengths, strict=True)):
            raw[i] = hidden[row, 1 : length - 1]
            pooled[i] = hidden[row, :length].mean(0)
    return Encoded([normalize(one, dim=-1) for one in raw], normalize(torch.stack(pooled), dim=-1), raw)


@dataclass
class Sentences:
    """The token rows of many sentences in one block, and which sentence each belongs to."""

    rows: torch.Tensor
    owner: torch.Tensor
    count: int


def join_sentences(sentences: list[torch.Tensor]) -> Sentences:
    lengths = torch.tensor([len(one) for one in sentences])
    return Sentences(torch.cat(sentences), torch.repeat_interleave(torch.arange(len(sentences)), lengths), len(sentences))


def max_sim(question_rows: torch.Tensor, sentences: Sentences, forbidden: torch.Tensor | None = None) -> torch.Tensor:
    """[question pieces, sentences]: each piece's best cosine in each sentence. `forbidden` marks pairs of pieces to pass over."""
    similar = question_rows @ sentences.rows.T
    if forbidden is not None:
        similar = similar.masked_fill(forbidden, -1.0)
    best = torch.full((len(question_rows), sentences.count), -1.0, dtype=similar.dtype)
    return best.scatter_reduce(1, sentences.owner.expand(len(question_rows), -1), similar, "amax", include_self=True)


def weighted(best: torch.Tensor, weights: list[torch.Tensor]) -> torch.Tensor:
    """[questions, sentences]: the mean of `best` over each question's pieces, by their weights."""
    lengths = [len(one) for one in weights]
    share = torch.block_diag(*[(one / one.sum().clamp(min=1e-6))[None] for one in weights])
    assert share.shape == (len(weights), sum(lengths))
    return share.to(best.dtype) @ best
