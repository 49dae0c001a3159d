"""The weights that training starts from, and the export that quoth's own models are made with."""
import importlib.util
import json
import pathlib
from types import ModuleType

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
STOCK = ROOT / "embeddings/models/all-MiniLM-L6-v2"


def make_model() -> ModuleType:
    """scripts/make-model.py, so that both models are exported and quantised by the same code."""
    spec = importlib.util.spec_from_file_location("make_model", ROOT / "scripts/make-model.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def stock_weights() -> pathlib.Path:
    """Folder of the named package's model.safetensors, held to its hash."""
    return make_model().find_weights(json.loads((STOCK / "provenance.json").read_text())["origin"]["sha256"])
