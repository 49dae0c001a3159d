"""Word pieces, weights and windows: paragraphs as the model sees them."""
import math
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import torch
from tokenizers import Tokenizer

from late_interaction import WINDOW
from read_data import Paragraph

@dataclass
class Window:
    """At most WINDOW pieces of whole sentences of one paragraph, the questions that they answer, and some that they do not."""

    source: str
    article: str
    sentences: list[list[int]]
    questions: list[tuple[str, list[int]]]
    near: list[str] = field(default_factory=list)


def open_tokenizer(model_dir: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(model_dir / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def pieces_of(tokenizer: Tokenizer, text: str) -> list[int]:
    return tokenizer.encode(text, add_special_tokens=False).ids


def windows_of(tokenizer: Tokenizer, paragraph: Paragraph) -> list[Window]:
    windows, room = [], 0
    place: dict[int, tuple[int, int]] = {}
    for number, sentence in enumerate(paragraph.sentences):
        ids = pieces_of(tokenizer, sentence)[:WINDOW]
        if not ids:
            continue
        if not windows or len(ids) > room:
            windows.append(Window(paragraph.source, paragraph.article, [], []))
            room = WINDOW
        place[number] = (len(windows) - 1, len(windows[-1].sentences))
        windows[-1].sentences.append(ids)
        room -= len(ids)
    for question, right in paragraph.questions:
        found = [place[i] for i in right if i in place]
        if found:
            at = found[0][0]
            windows[at].questions.append((question, [sentence for window, sentence in found if window == at]))
    if windows:
        windows[0].near.extend(paragraph.near)
    return windows


def count_pieces(windows: list[Window]) -> tuple[Counter, int]:
    counts: Counter = Counter()
    for one in windows:
        counts.update({piece for sentence in one.sentences for piece in sentence})
    return counts, len(windows)


def weights_of(tokenizer: Tokenizer, pieces: list[int], counts: Counter, total: int) -> torch.Tensor:
    """Inverse document frequency as quoth computes it; signs weigh nothing."""
    return torch.tensor(
        [
            math.log(1 + (total - counts[piece] + 0.5) / (counts[piece] + 0.5))
            if re.search(r"\w", (tokenizer.id_to_token(piece) or "").removeprefix("##"))
            else 0.0
            for piece in pieces
        ]
    )
