"""Sentences of a paragraph, near enough to those that quoth makes: training needs where they end only roughly."""
import re

ABBREVIATIONS = {"mr", "mrs", "ms", "dr", "st", "jr", "sr", "no", "vs", "inc", "gen", "col", "lt", "capt", "etc", "vol", "fig", "e.g", "i.e", "u.s", "al", "approx", "c", "p", "pp"}


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Offsets [start, end) of the sentences of `text`, in order, without the blanks between them."""
    spans, start = [], 0
    for match in re.finditer(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9À-Þ])", text):
        last = re.search(r"(\S+)$", text[start : match.start()])
        word = last.group(1).strip("\"'“‘([").lower() if last else ""
        if text[match.start()] == "." and (word in ABBREVIATIONS or re.fullmatch(r"[a-z](\.[a-z])*", word)):
            continue
        spans.append((start, match.start() + len(match.group(0).rstrip())))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return spans
