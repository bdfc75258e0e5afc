"""The words of commands that change something (changes.toml), and how names and addresses are read as words."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from pathlib import Path

DATA = tomllib.loads(Path(__file__).with_name("changes.toml").read_text(encoding="utf-8"))
_VERBS = DATA["verbs"]
SIGN_OUT = frozenset(_VERBS["sign-out"])
STRONG = frozenset(_VERBS["strong"]) | SIGN_OUT
"""Verbs that change something whatever they are about."""
WEAK = frozenset(_VERBS["weak"])
"""Verbs that change something when they say what."""
ALONE = frozenset(_VERBS["alone"])
"""Names that are commands although their verbs are weak."""
PAIRS = tuple((frozenset(pair["verbs"]), frozenset(pair["objects"])) for pair in DATA["pairs"])
_KNOWN = frozenset(DATA["objects"]["known"])
OBJECTS = _KNOWN | {f"{word}s" for word in _KNOWN}
"""What a platform has."""
FILLERS = frozenset(DATA["fillers"]["words"])
NO = frozenset(["0", "false", "no", "off"])
"""Values by which a parameter or an attribute says that it does nothing."""
_HARMLESS = tuple(frozenset(pair) for pair in DATA["objects"]["harmless"])
_GLUED_FILLERS = frozenset(DATA["fillers"]["glued"])
_TOKENS = frozenset(DATA["address"]["tokens"])
_PHRASES = frozenset(phrase for phrase in STRONG | WEAK | ALONE if " " in phrase)
_GLUED = STRONG | WEAK | OBJECTS | frozenset().union(*(verbs | objects for verbs, objects in PAIRS))
_LONGEST_GLUED = 30
HIDDEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
"""Characters that nobody sees."""
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LETTERS_OR_DIGITS = re.compile(r"\d+|[^\W\d_]+")
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһӏԛԝАВЕКМНОРСТХІЅЈοαερτυν",  # noqa: RUF001
    "aeopcyxijsdhlqwABEKMHOPCTXISJoaeptuv",
)


def is_command(words: Sequence[str], *, alone: bool = True) -> bool:
    """Return whether words are a verb of change and what it is about, and nothing else."""
    content = content_of(words)
    if not content or len(content) > 4:
        return False
    if " ".join(content) in ALONE and (alone or " " in content[0]):
        return True
    kinds = set(content)
    verbs = kinds & STRONG
    if verbs:
        return {content[0], content[-1]} & STRONG != set() and all(
            word in STRONG or word in OBJECTS or word in WEAK for word in content
        )
    everything = set(words) | kinds
    for pair_verbs, objects in PAIRS:
        if everything & pair_verbs and kinds & objects and everything & pair_verbs != kinds & objects:
            return all(word in pair_verbs or word in objects or word in OBJECTS for word in content)
    if is_harmless(kinds) or len(content) < 2 or not {content[0], content[-1]} & WEAK:
        return False
    return all(word in WEAK or word in OBJECTS for word in content)


def is_harmless(words: AbstractSet[str]) -> bool:
    """Return whether a verb and its object are known to change nothing: "submit assignment" shows a form."""
    return any(pair <= words for pair in _HARMLESS)


def content_of(words: Sequence[str]) -> list[str]:
    """Return words without those that say nothing, and without numbers; a verb of several words as one."""
    found: list[str] = []
    n = 0
    while n < len(words):
        length = next((size for size in (4, 3, 2) if " ".join(words[n : n + size]) in _PHRASES), 1)
        word = " ".join(words[n : n + length])
        if length > 1 or not (word in FILLERS or any(map(str.isdigit, word))):
            found.append(word)
        n += length
    return found or [word for word in words if word in ALONE][:1]


def words_of(text: str) -> list[str]:
    """Return the words of a text, of a name in code or of a step of a path: small letters, no accents."""
    text = HIDDEN.sub("", unicodedata.normalize("NFKC", text))
    if re.search(r"[a-zA-Z]", text):
        text = text.translate(_LOOKALIKES)
    found = [word for run in re.findall(r"[^\W_]+", text) for word in _words_of_run(run)]
    if len(found) > 3 and all(len(word) == 1 for word in found):
        return list(_unglued("".join(found)))  # D e l e t e
    return found


@lru_cache(maxsize=32768)
def _words_of_run(run: str) -> tuple[str, ...]:
    """Return the words of letters and digits that stand together: deleteItem, DeLeTe, logout2."""
    whole = _plain(run)
    if whole in _GLUED or whole in _TOKENS or whole in FILLERS:
        return (whole,)
    pieces = [piece for part in _HUMPS.sub(" ", run).split() for piece in _LETTERS_OR_DIGITS.findall(_plain(part))]
    return tuple(word for piece in pieces for word in _unglued(piece))


def _plain(text: str) -> str:
    """Return text in small letters, without accents."""
    if text.isascii():
        return text.lower()
    return "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))


@lru_cache(maxsize=8192)
def _unglued(word: str) -> tuple[str, ...]:
    """Return the words of which one is made: startattempt, addtocart, deleteall."""
    if word in _GLUED or word in FILLERS or len(word) > _LONGEST_GLUED:
        return (word,)
    best: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(word) + 1):
        for start in range(end - 2, -1, -1):
            part = word[start:end]
            if start in best and (len(part) > 3 and part in _GLUED or start and part in _GLUED_FILLERS):
                best[end] = (*best[start], part)
                break
    parts = best.get(len(word), ())
    return parts if parts and is_command(parts, alone=False) else (word,)
