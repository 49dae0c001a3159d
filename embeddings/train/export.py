"""Writes the model folder that quoth loads, from checkpoints: the same files as the stock model's, other weights.

    python export.py --runs runs/ninth/step-01064.pt --onto runs/sixth/step-00632.pt runs/seventh/step-00620.pt --alpha 0.3 --name quoth-minilm-sentences --to DIR

The weights are (1 - alpha) × mean of --onto (without it, stock) + alpha × mean of --runs.
"""
import argparse
import json
import pathlib
import shutil

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import BertModel

from choose import mix
from stock import STOCK, make_model, stock_weights

COPIED = ("config.json", "special_tokens_map.json", "tokenizer.json", "tokenizer_config.json")


def exposures_of(files: list[pathlib.Path], states: list[dict]) -> dict[str, str]:
    return {f"{one.parent.name}/{one.name}": f"{state['exposures']} questions" for one, state in zip(files, states, strict=True)}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=pathlib.Path, nargs="+", required=True)
    arguments.add_argument("--onto", type=pathlib.Path, nargs="+", default=[])
    arguments.add_argument("--alpha", type=float, default=1.0)
    arguments.add_argument("--name", required=True)
    arguments.add_argument("--to", type=pathlib.Path, required=True)
    options = arguments.parse_args()
    maker = make_model()
    model = BertModel.from_pretrained(stock_weights(), attn_implementation="eager", add_pooling_layer=False).eval()
    base = model.state_dict()
    onto = [torch.load(one, weights_only=True) for one in options.onto]
    if onto:
        base = mix(base, [one["model"] for one in onto], 1.0)
    states = [torch.load(one, weights_only=True) for one in options.runs]
    model.load_state_dict(mix(base, [one["model"] for one in states], options.alpha))
    folder = options.to / options.name
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    full, quantised = options.to / f"{options.name}-fp32.onnx", folder / "onnx/model_quantized.onnx"
    maker.export(model, full)
    quantize_dynamic(str(full), str(quantised), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    for name in COPIED:
        shutil.copy(STOCK / name, folder / name)
    stock = json.loads((STOCK / "provenance.json").read_text())
    provenance = {
        "model": options.name,
        "licence": "CC BY-SA 4.0 (trained on data under it; README.md says which), from Apache-2.0 weights",
        "description": stock["description"],
        "origin": {"trained-from": stock["model"], **stock["origin"]},
        "made": {
            "script": "embeddings/train",
            "mean-of": exposures_of(options.runs, states),
            "share-of-that-mean": options.alpha,
            "the-rest": exposures_of(options.onto, onto) if onto else stock["model"],
            "with": stock["made"]["with"],
            "export": stock["made"]["export"],
            "quantisation": stock["made"]["quantisation"],
        },
        "files": {name: maker.sha256(folder / name) for name in sorted([*COPIED, "onnx/model_quantized.onnx"])},
    }
    (folder / "provenance.json").write_text(json.dumps(provenance, indent=2) + "\n")
    print(folder, quantised.stat().st_size, provenance["files"]["onnx/model_quantized.onnx"])


if __name__ == "__main__":
    main()
