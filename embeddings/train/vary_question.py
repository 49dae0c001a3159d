"""Makes a share of the questions as short and careless as people type them. The model does not see case, so that stays."""
import random
import re

FRAME = set(
    "a about an and any are as at be been being by can could did do does for from had has have he her him his how i if in is it "
    "its me of on or shall she should tell that the their them they this those to was we were what when where which who whom "
    "whose why will with would you your".split()
)
KEYWORDS, NO_MARK, NO_FRAME_START, ONE_LESS, MISSPELT = 0.15, 0.4, 0.15, 0.1, 0.1
LEAST_MISSPELT = 5  # letters of a word in which a slip is made


def misspell(word: str, rng: random.Random) -> str:
    """One slip inside a word: two letters swapped, one left out, one twice, one of another."""
    at = rng.randrange(1, len(word) - 1)
    letters = {
        "swap": word[at + 1] + word[at],
        "drop": word[at + 1],
        "double": word[at] * 2 + word[at + 1],
        "other": rng.choice("abcdefghijklmnopqrstuvwxyz") + word[at + 1],
    }
    return word[:at] + rng.choice(list(letters.values())) + word[at + 2 :]


def vary_question(question: str, rng: random.Random) -> str:
    roll = rng.random()
    words = question.split()
    content = [word for word in words if re.sub(r"\W", "", word).lower() not in FRAME]
    if roll < KEYWORDS and len(content) >= 2:
        words = re.sub(r"[?.!,]", "", " ".join(content)).split()
    elif roll < KEYWORDS + NO_FRAME_START:
        while len(words) > 3 and re.sub(r"\W", "", words[0]).lower() in FRAME:
            words = words[1:]
    elif roll < KEYWORDS + NO_FRAME_START + ONE_LESS and len(content) >= 4:
        words.remove(rng.choice(content))
    long = [i for i, word in enumerate(words) if len(word) >= LEAST_MISSPELT and word.isalpha() and word.lower() not in FRAME]
    if long and rng.random() < MISSPELT:
        at = rng.choice(long)
        words[at] = misspell(words[at], rng)
    text = " ".join(words)
    return text.rstrip(" ?") if rng.random() < NO_MARK else text
