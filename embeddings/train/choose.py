"""Measures checkpoints, and averages of them with the stock weights, on the held-out slice of the training data.

    python choose.py --runs runs/first/step-01530.pt runs/first/step-01700.pt [--alphas 0.5 0.7 1] [--each]

With --each every checkpoint is measured by itself (the learning curve), else their mean. Alpha is the share of the trained
weights; 0 is the stock model. Figures: the sentence that comes first by MaxSim with idf, and the paragraph that comes first
by the single vector, of all held-out paragraphs of a group pooled.
"""
import argparse
import json
import math
import pathlib

import torch
from transformers import BertModel

from late_interaction import encode, join_sentences, max_sim, weighted
from prepare import Window, count_pieces, open_tokenizer, pieces_of, weights_of, windows_of
from read_data import NATURAL, read_all
from stock import ROOT, STOCK, stock_weights


def mix(stock: dict, checkpoints: list[dict], alpha: float) -> dict:
    """(1 - alpha) × stock + alpha × mean of the checkpoints, tensor by tensor."""
    means = {name: sum(one[name].float() for one in checkpoints) / len(checkpoints) for name in checkpoints[0]}
    return {name: torch.lerp(value.float(), means[name], alpha) if value.is_floating_point() else value for name, value in stock.items()}


def measure(model, windows: list[Window], tokenizer, most: int) -> dict:
    counts, total = count_pieces(windows)
    with torch.inference_mode():
        paragraphs = encode(model, [sum(one.sentences, []) for one in windows])
        rows = join_sentences(
            [row for window, own in zip(windows, paragraphs.rows, strict=True) for row in own.split([len(one) for one in window.sentences])]
        )
        first = [0]
        for one in windows:
            first.append(first[-1] + len(one.sentences))
        asked = [(pieces_of(tokenizer, text), [first[at] + i for i in right], at) for at, one in enumerate(windows) for text, right in one.questions]
        asked = asked[:: math.ceil(len(asked) / most)]
        encoded = encode(model, [ids for ids, _, _ in asked])
        sentence, own, paragraph = 0, 0, 0
        for (ids, right, at), row, pooled in zip(asked, encoded.rows, encoded.pooled, strict=True):
            score = weighted(max_sim(row, rows), [weights_of(tokenizer, ids, counts, total)])[0]
            sentence += int(score.argmax()) in right
            own += first[at] + int(score[first[at] : first[at + 1]].argmax()) in right
            paragraph += int((paragraphs.pooled @ pooled).argmax()) == at
    share = lambda count: round(100 * count / len(asked), 1)  # noqa: E731
    return {"questions": len(asked), "sentence": share(sentence), "in own paragraph": share(own), "dense paragraph": share(paragraph)}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent / "data")
    arguments.add_argument("--runs", type=pathlib.Path, nargs="+", required=True)
    arguments.add_argument("--alphas", type=float, nargs="+", default=[1.0])
    arguments.add_argument("--most", type=int, default=10_000, help="questions of each group, evenly spread")
    arguments.add_argument("--each", action="store_true")
    options = arguments.parse_args()
    torch.set_num_threads(1)
    tokenizer = open_tokenizer(STOCK)
    _, held = read_all(options.data, ROOT / "test/data/xquad.en.json")
    groups = {
        "SQuAD 2.0 dev, articles 1-8": [one for one in held if one.source == "squad-dev"],
        "natural questions": [one for one in held if one.source in NATURAL],
        "written for this": [one for one in held if one.source == "written"],
    }
    model = BertModel.from_pretrained(stock_weights(), attn_implementation="sdpa", add_pooling_layer=False).eval()
    stock = {name: value.clone() for name, value in model.state_dict().items()}
    for runs in [[one] for one in options.runs] if options.each else [options.runs]:
        states = [torch.load(one, weights_only=True) for one in runs]
        for alpha in options.alphas:
            model.load_state_dict(mix(stock, [one["model"] for one in states], alpha))
            for group, paragraphs in groups.items():
                windows = [window for one in paragraphs for window in windows_of(tokenizer, one)]
                figures = measure(model, windows, tokenizer, options.most)
                line = {"runs": [one.name for one in runs], "exposures": states[-1]["exposures"], "alpha": alpha, "group": group, **figures}
                print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
