"""verbatim-core's own check of a quotation, as installed from PyPI.

Reads lines {"document": …, "span": …} and writes for each what `_verify_spans` gives back:
{"exact": text or null, "fuzzy": text or null}. No language model is asked: the check runs after one.
"""

import json
import logging
import sys
from importlib.metadata import version

from verbatim_core.extractors import LLMSpanExtractor

logging.disable(logging.CRITICAL)


class NoModel:
    """Stands where the extractor wants a language model; the check never calls it."""


checks = {
    mode: LLMSpanExtractor(llm_client=NoModel(), span_match_mode=mode) for mode in ("exact", "fuzzy")
}
print(json.dumps({"version": version("verbatim-core"), "threshold": checks["fuzzy"].fuzzy_threshold}))
for line in sys.stdin:
    pair = json.loads(line)
    found = {
        mode: (check._verify_spans([pair["span"]], pair["document"]) or [None])[0]
        for mode, check in checks.items()
    }
    print(json.dumps(found))
