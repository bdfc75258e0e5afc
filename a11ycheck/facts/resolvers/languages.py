"""Find out which language a text is in, from its letters: py3langid, for the languages of lessons in Europe.

For short texts, a handful of small words that only one language has (der, het, les, the) tells more than letters do.
In 5,700 sentences of under 100 letters, from the translations of a web framework in 17 languages, these words were
wrong about one. So a short text in another language is a failure too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

from a11ycheck.browser.frames import Frame
from a11ycheck.facts.types import OtherLanguage
from a11ycheck.inpage import word_list

LATIN = (
    "en",
    "nl",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "da",
    "sv",
    "nb",
    "fi",
    "pl",
    "cs",
    "hu",
    "ro",
    "tr",
    "ca",
    "hr",
    "sk",
)
OTHER = ("el", "ru", "uk", "bg", "ar", "he", "ja", "zh", "ko", "hi", "th")
ALIKE = (frozenset({"nb", "nn", "no", "da", "sv"}), frozenset({"hr", "sr", "bs", "sl"}), frozenset({"nl", "af", "fy"}),
         frozenset({"es", "gl", "ca", "pt"}), frozenset({"cs", "sk"}), frozenset({"ru", "uk", "bg"}))  # fmt: skip
"""Languages that cannot be told apart in a short text."""
LONG = 100
"""With at least so many letters, py3langid made no mistake in 440 texts."""
_LISTS = json.loads(word_list("small_words"))
SMALL_WORDS = {language: frozenset(words) for language, words in _LISTS["words"].items()}
"""Five words of a text can be told apart by them, where letters are too few."""
PARTICLES = frozenset(_LISTS["particles"]["any"])
"""Small words that are also in names (Van der Berg)."""


@cache
def _reader() -> Any:
    # Here, because it takes 0.6 s, and few audits ask.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    reader = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    reader.set_languages([one for one in (*LATIN, *OTHER, "no") if one in reader.labels])
    return reader


async def answer(_: Frame, questions: Sequence[Any]) -> Sequence[OtherLanguage]:
    """Return the language that each {"text", "lang"} is in instead of `lang`."""
    return [other_language(str(one["text"]), str(one["lang"])) for one in questions]


def other_language(text: str, lang: str) -> OtherLanguage:
    """Return the language that a text is surely in instead of the declared one, and how long a text tells so."""
    declared = lang.lower().partition("-")[0]
    found, sure = _guess(text, declared)
    if not found or _same(found, declared):
        return {"language": "", "sure": ""}
    return {"language": found, "sure": sure}


def _guess(text: str, declared: str) -> tuple[str, Literal["long", "short", ""]]:
    letters = sum(char.isalpha() for char in text)
    by_words = _by_small_words(re.findall(r"[^\W\d_]+", text), declared)
    if letters >= LONG:
        language, probability = _reader().classify(text)
        # Names, lists and code have letters but no sentences: a text without small words of its language says little.
        doubtful = language in SMALL_WORDS and by_words != language
        return ("", "") if probability < 0.95 or doubtful else (language, "long")
    return (by_words, "short") if by_words else ("", "")


def _by_small_words(words: Sequence[str], declared: str) -> str:
    """Return the language that clearly has most of the small words; the declared one as soon as it has some."""
    counts = {name: len(_found(words, name)) for name in SMALL_WORDS}
    best = max(counts, key=lambda name: (counts[name], name == declared))
    others = max(count for name, count in counts.items() if not _same(name, best))
    spread = len(set(_found(words, best)))
    clear = counts[best] >= max(3, len(words) // 6) and spread >= 3 and counts[best] >= others + 2
    return best if clear and counts.get(declared, 0) * 3 <= counts[best] or best == declared else ""


def _found(words: Sequence[str], language: str) -> list[str]:
    """Return the small words of a language without those in names (Van der Berg); German nouns have capitals anyway."""
    small = SMALL_WORDS[language]
    after = [*words, ""][1:]
    return [
        word.lower()
        for word, follower in zip(words, after, strict=True)
        if word.lower() in small
        and (language == "de" or not (word.lower() in PARTICLES and (follower[:1].isupper() or follower in PARTICLES)))
    ]


def _same(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in ALIKE)
