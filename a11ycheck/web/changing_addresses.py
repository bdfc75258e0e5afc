"""Whether an address is one of a change, in any spelling and in any of its parts (changes.py says by what)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import starmap
from urllib.parse import unquote, urlsplit

from a11ycheck.web.command_words import (
    ALONE,
    DATA,
    FILLERS,
    NO,
    OBJECTS,
    PAIRS,
    SIGN_OUT,
    STRONG,
    WEAK,
    is_command,
    is_harmless,
    words_of,
)

_ADDRESS = DATA["address"]
_ACTIONS, _PLACES, _RETURN, _NAMES, _END, _AFTER_ID, _DOCUMENTATION, _READING, _TOKENS, _PROGRAMS, _ASSETS = (
    frozenset(_ADDRESS[name])
    for name in (
        "actions", "places", "return", "names", "end", "after-id", "documentation", "reading", "tokens", "programs",
        "assets",
    )
)  # fmt: skip
_ACTION_VALUES = WEAK | STRONG | ALONE | frozenset(_ADDRESS["action-values"])
_PAGES_BEFORE_ID = frozenset(_ADDRESS["pages-before-id"])
_HARMLESS_TOKENS = frozenset(_ADDRESS["harmless-tokens"])
_IDENTIFIER = re.compile(r"\d+|[0-9a-f-]{8,}|(?=\S*\d)\S{4,}|\S{20,}|[^\s:]+:[^\s]*", re.IGNORECASE)
_NESTED = re.compile(r"[\"'{,](\w+)[\"']?\s*[:=]\s*[\"']?([\w.-]+)")


@lru_cache(maxsize=8192)
def address_changes(address: str, *, redirected: bool = False) -> bool:
    """Return whether an address is one of a change, in any spelling.

    In a redirect (`redirected`) a token of unknown purpose does not count: a sign-in hands its answer over like that.
    """
    parts = urlsplit(address)
    path, _, more = _decoded(parts.path).partition("?")
    route, _, route_query = _decoded(parts.fragment.lstrip("!")).partition("?")
    queries = (_decoded(parts.query), more, route_query, *_matrix(path))
    return (
        _path_changes(path, has_query=bool(parts.query))
        or _path_changes(route, has_query=bool(route_query))
        or any(_query_changes(query, redirected=redirected) for query in queries if query)
    )


def titles(address: str, words: Sequence[str], *, only_documentation: bool = False) -> bool:
    """Return whether an address is that of a text with this title."""
    steps = [step for step in _decoded(urlsplit(address).path).split("/") if step]
    if not steps:
        return False
    read = [_step_words(step) for step in steps]
    last = read[-1]
    documentation = _in_documentation(read[:-1], steps[:-1])
    repeated = set(_folded([word for step in read for word in step]))
    repeats = len(last) > 1 and set(words) - FILLERS <= repeated
    if only_documentation:
        return documentation and repeats
    return repeats or documentation or bool(set(last) & _READING)


def _path_changes(path: str, *, has_query: bool) -> bool:
    steps = [step.partition(";")[0] for step in re.split(r"[/\\]+", path)]
    steps = [step for step in steps if step.strip()]
    if steps and steps[-1].rpartition(".")[2].lower() in _ASSETS and "." in steps[-1]:
        steps.pop()
    words = [_step_words(step) for step in steps]
    for n, step in enumerate(words):
        if not step or _IDENTIFIER.fullmatch(steps[n]) and not is_command(step):
            continue
        if " ".join(step) in SIGN_OUT or (n and " ".join((*words[n - 1], *step)) in SIGN_OUT):
            return True
        is_last = n == len(words) - 1
        if is_command(step, alone=False) and not (
            is_last and not has_query and len(step) > 1 and _in_documentation(words[:n], steps[:n])
        ):
            return True
        if len(step) == 1 and _step_counts(step[0], words, steps, n):
            return True
    return False


def _step_counts(word: str, words: Sequence[Sequence[str]], steps: Sequence[str], n: int) -> bool:
    """Return whether a weak verb that is a whole step changes what stands before or after it."""
    rest = [at for at in range(n + 1, len(steps)) if not _IDENTIFIER.fullmatch(steps[at])]
    if word in _END:
        return not rest
    follows_id = n > 0 and bool(_IDENTIFIER.fullmatch(steps[n - 1]))
    if word in _AFTER_ID and follows_id:
        return not rest
    before = [at for at in range(n) if not _IDENTIFIER.fullmatch(steps[at])][-1:]
    around = [each for at in (*before, *rest[:1]) for each in words[at]]
    if any(word in verbs and objects & set(around) for verbs, objects in PAIRS):
        return True
    if word not in WEAK:
        return False
    if not rest and not follows_id and n == len(steps) - 2 and not before and word not in _PAGES_BEFORE_ID:
        return True  # /unlock/3
    if not follows_id and word == "archive":
        return False
    return any(each in OBJECTS | WEAK and not is_harmless({word, each}) for each in around)


def _query_changes(query: str, *, redirected: bool) -> bool:
    return any(_parameter_changes(piece, redirected=redirected) for piece in re.split(r"[&;?]", query) if piece)


def _parameter_changes(piece: str, *, redirected: bool) -> bool:
    name, _, value = piece.replace("+", " ").partition("=")
    name = re.sub(r"^(?:amp[;:]?)+", "", name)
    words = words_of(name)
    glued = "".join(words)
    if _is_token(words, glued, value, redirected=redirected):
        return True
    if glued in _RETURN or not glued:
        return False
    value_words = words_of(value)
    joined = "".join(value_words)
    if "mutation" in value_words[:1] or any(starmap(_pair_changes, _NESTED.findall(value))):
        return True
    if (glued in _ACTIONS or "method" in words) and (
        not STRONG.isdisjoint(value_words)
        or joined in _ACTION_VALUES
        or " ".join(value_words) in _ACTION_VALUES
        or is_command(value_words)
    ):
        return True
    if (
        glued in _PLACES
        and len(value_words) <= 4
        and (joined in STRONG or (len(value_words) > 1 and _ends_session(value_words)))
    ):
        return True
    if "/" in value and "://" not in value and " " not in value and _path_changes(value, has_query=False):
        return True
    if value.lower() in NO:
        return False
    named = [word for word in words if word not in _ACTIONS] or words
    return (glued in _NAMES or is_command(named, alone=False)) and not name.startswith(("is_", "has_", "show"))


def _pair_changes(name: str, value: str) -> bool:
    """Return whether a pair within a value is an action: {"action": "delete"}."""
    return "".join(words_of(name)) in _ACTIONS and not STRONG.isdisjoint(words_of(value))


def _is_token(words: Sequence[str], glued: str, value: str, *, redirected: bool) -> bool:
    if not value:
        return False
    if glued in _TOKENS or any(part in glued for part in ("csrf", "xsrf", "forgery")):
        return True
    if redirected or not words or _HARMLESS_TOKENS & set(words):
        return False
    return (glued.endswith("nonce") or words[-1] in ("token", "nonce")) and len(value) >= 6


def _ends_session(words: Sequence[str]) -> bool:
    return words[-1] in SIGN_OUT and all(word in OBJECTS or word in SIGN_OUT for word in words)


def _step_words(step: str) -> list[str]:
    stem, dot, suffix = step.rpartition(".")
    return words_of(stem if dot and suffix.lower() in _PROGRAMS else step)


def _decoded(text: str) -> str:
    """Return text as a server may read it that decodes more than once."""
    for _ in range(5):
        once = unquote(text)
        if once == text:
            break
        text = once
    return unicodedata.normalize("NFKC", text).replace("&amp;", "&")


def _matrix(path: str) -> Iterable[str]:
    """Return the parameters that stand within the path: /course;action=delete/3."""
    return (";".join(step.split(";")[1:]) for step in path.split("/") if ";" in step)


def _folded(words: Sequence[str]) -> list[str]:
    """Return words, and umlauts in the spelling that addresses have: loeschen is loschen too."""
    return [*words, *(re.sub(r"([aou])e", r"\1", word) for word in words)]


def _in_documentation(words: Sequence[Sequence[str]], steps: Sequence[str]) -> bool:
    """Return whether steps lead into documentation or a blog, and to nothing of it that is numbered."""
    return any(set(step) & _DOCUMENTATION for step in words) and not any(step.isdigit() for step in steps)
