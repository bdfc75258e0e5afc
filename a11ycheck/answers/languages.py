"""Which language a text is in, told from letters: py3langid, for the languages that lessons in Europe are in.

Short texts are left to words: a handful of small words that only one language has (der, het, les, the) tells more
of five words than their letters do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from a11ycheck.frames import Frame

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
"""Languages that a short text cannot be told apart in."""
PARTICLES = frozenset(
    "van de der den het ten ter te in op t la le les du des el los del di da do dos della von of the".split()
)
LONG = 100
"""Letters from which py3langid made no mistake in 440 texts."""
SMALL_WORDS = {
    "en": "the of and to is are was were this that with for from you your have has which they be by it as at on "
          "we can will not his her their what when how who into but or our an these there about all he she my go "
          "went up out so if more where than",
    "nl": "de het een en van ik te dat die in niet zijn is was op aan met voor er maar om hem dan zou wat mijn hij "
          "ze zij ook deze naar uit bij wordt worden heeft hebben je jij u uw wij we dit als kan over tot geen door "
          "nog wel meer ging kunt moet alle",
    "de": "der die das und ist nicht ein eine einen mit von zu den dem des auf für im sich es auch als wie sie ich "
          "wir werden wird sind oder bei aus nach um zum zur über haben hat dass war",
    "fr": "le la les de des du et est un une que qui dans pour pas sur il elle nous vous avec au aux ce cette ces "
          "sont par plus son sa ses ne se leur mais ou où être à je tu mon ma mes votre notre ici très",
    "es": "el la los las de y que en un una es por con para del se no lo su al como más pero sus está son ser este",
    "it": "il la lo gli le di e che è un una per con non in del della dei al da si sono come più anche questo nel",
    "pt": "o a os as de e que do da em um uma para com não é por se dos das mais como ao são foi na no",
    "da": "og i at det er en til af på den de med som ikke der for et har jeg vi du kan eller fra",
    "sv": "och i att det är en till av på den de med som inte för ett har jag vi du kan eller från om",
}  # fmt: skip


@cache
def _reader() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]  # 0.6 s: when asked only

    reader = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    reader.set_languages([one for one in (*LATIN, *OTHER, "no") if one in reader.labels])
    return reader


async def answer(frame: Frame, questions: Sequence[Any]) -> Sequence[Any]:
    """For each {"text", "lang"} the language it is in although `lang` was said, and how sure: "" when it may be so."""
    return [other_language(str(one["text"]), str(one["lang"])) for one in questions]


def other_language(text: str, said: str) -> dict[str, str]:
    """{"language": "nl", "sure": "long" | "short"} when the text is surely not in the language said, else "" twice."""
    declared = said.lower().partition("-")[0]
    found, sure = _guess(text, declared)
    if not found or _same(found, declared):
        return {"language": "", "sure": ""}
    return {"language": found, "sure": sure}


def _guess(text: str, declared: str) -> tuple[str, str]:
    letters = sum(char.isalpha() for char in text)
    by_words = _by_small_words(re.findall(r"[^\W\d_]+", text), declared)
    if letters >= LONG:
        language, probability = _reader().classify(text)
        # Names, lists and code have letters but no sentences: a text without small words of its language says little.
        doubtful = language in SMALL_WORDS and by_words != language
        return ("", "") if probability < 0.95 or doubtful else (language, "long")
    return (by_words, "short") if by_words else ("", "")


def _by_small_words(words: Sequence[str], declared: str) -> str:
    """The one language that clearly has most of the small words; the declared one as soon as it has some of its own."""
    counts = {name: len(_found(words, name)) for name in SMALL_WORDS}
    best = max(counts, key=lambda name: (counts[name], name == declared))
    others = max(count for name, count in counts.items() if not _same(name, best))
    spread = len(set(_found(words, best)))
    clear = counts[best] >= max(3, len(words) // 6) and spread >= 3 and counts[best] >= others + 2
    return best if clear and counts.get(declared, 0) * 3 <= counts[best] or best == declared else ""


def _found(words: Sequence[str], language: str) -> list[str]:
    """The small words of a language; not those in a name such as "Van der Berg" (in German each noun has a capital)."""
    small = _small()[language]
    after = [*words, ""][1:]
    return [
        word.lower()
        for word, follower in zip(words, after, strict=True)
        if word.lower() in small
        and (language == "de" or not (word.lower() in PARTICLES and (follower[:1].isupper() or follower in PARTICLES)))
    ]


@cache
def _small() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in SMALL_WORDS.items()}


def _same(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in ALIKE)
