"""Whether a link changes something: by its name, its attributes and its address. The one place that judges this.

A command is short: a verb of change, alone or with what a platform has (changes.toml), and nothing else: "Delete
course", `/deleteCourse.php`, `delete_course`, "Kurs löschen". Titles speak of more: "How to delete a course",
`/remove-background-noise`. Where a short name begins (in Dutch and German: ends) with a strong verb and goes on with
something unknown, such as the name of a course or of a person, the address decides: that of an article repeats its
title, that of a command does not. An address that carries a token against forged requests is always one of a change.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

_DATA = tomllib.loads(Path(__file__).with_name("changes.toml").read_text(encoding="utf-8"))
_VERBS, _ADDRESS = _DATA["verbs"], _DATA["address"]
_SIGN_OUT = frozenset(_VERBS["sign-out"])
_STRONG = frozenset(_VERBS["strong"]) | _SIGN_OUT
_WEAK = frozenset(_VERBS["weak"])
_ALONE = frozenset(_VERBS["alone"])
_PAIRS = tuple((frozenset(pair["verbs"]), frozenset(pair["objects"])) for pair in _DATA["pairs"])
_OBJECTS = frozenset(_DATA["objects"]["known"])
_HARMLESS = tuple(frozenset(pair) for pair in _DATA["objects"]["harmless"])
_FILLERS = frozenset(_DATA["fillers"]["words"])
_GLUED_FILLERS = frozenset(_DATA["fillers"]["glued"])
_ARTICLES = frozenset(_DATA["fillers"]["articles"])
_CODE = frozenset(_DATA["fillers"]["code"])
_SIGNS = tuple(_DATA["fillers"]["signs"])
_PHRASES = frozenset(phrase for phrase in _STRONG | _WEAK | _ALONE if " " in phrase)
_GLUED = _STRONG | _WEAK | _OBJECTS | frozenset().union(*(verbs | objects for verbs, objects in _PAIRS))
_ACTIONS, _PLACES, _RETURN, _NAMES, _END, _AFTER_ID, _DOCUMENTATION, _READING, _TOKENS, _PROGRAMS, _ASSETS = (
    frozenset(_ADDRESS[name])
    for name in (
        "actions", "places", "return", "names", "end", "after-id", "documentation", "reading", "tokens", "programs",
        "assets",
    )
)  # fmt: skip
_ACTION_VALUES = _WEAK | _STRONG | _ALONE | frozenset(_ADDRESS["action-values"])
_HARMLESS_TOKENS = frozenset(_ADDRESS["harmless-tokens"])
_NO = frozenset(["0", "false", "no", "off", ""])

MOST_WORDS = 7
"""Words of a name that is a command throughout: "Remove this user from the group"."""
MOST_UNKNOWN_WORDS = 4
"""Words of a name that begins like a command and goes on with something unknown."""
LONGEST_GLUED = 30
_HIDDEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|‘[^’]*’")
_IDENTIFIER = re.compile(r"\d+|[0-9a-f-]{8,}|(?=\S*\d)\S{4,}|\S{20,}|[^\s:]+:[^\s]*", re.IGNORECASE)
_CALLS = re.compile(
    r"(?<![\w.])confirm\s*\(|\.confirm\s*\(|\.submit\s*\(|method\W{1,4}(?:post|put|patch|delete)", re.IGNORECASE
)
_HANDLER = re.compile(
    r"^(?:on|@|x-on|v-on|wire|ng-|\(|jsaction"
    r"|data-(?:act|command|click|behaviou?r|toggle|bs-toggle|js|url|href|role|type))"
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a page: its cleaned address, its names (text, label, title, alternatives of its pictures).

    `attributes` are those that tell scripts or the browser what it does. `asked`: it stands beside a question such as
    "Are you sure?".
    """

    address: str
    names: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    asked: bool = False


def link_changes(link: Link) -> bool:
    """Return whether following a link would change something."""
    return (
        link.asked
        or address_changes(link.address)
        or any(name_changes(name, link.address) for name in link.names)
        or attributes_change(link.attributes)
    )


def name_changes(name: str, address: str = "") -> bool:
    """Return whether the name of a link is a command that changes something; `address` is where the link leads."""
    shown = _HIDDEN.sub("", unicodedata.normalize("NFKC", name))[:400]
    if any(sign in shown for sign in _SIGNS) and not re.search(r"\w", shown):
        return True
    words = _words(_QUOTED.sub(" 1 ", shown))
    if not words or len(words) > MOST_WORDS or words[0] in _ARTICLES:
        return False
    if _is_command(words):
        return not _titles(address, words, only_documentation=True)
    content = _content(words)
    if not content or len(words) > MOST_UNKNOWN_WORDS:
        return False
    if content[0] not in _STRONG and not (content[-1] in _STRONG and content[-1].endswith("en")):
        return False
    return not re.search(r"[,:;?]\s*\w|\band\b|\bor\b", shown) and not _titles(address, words)


def attributes_change(attributes: Mapping[str, str]) -> bool:
    """Return whether attributes make a link send something else than GET, ask before, or run a command."""
    return any(_attribute_changes(name.lower(), value) for name, value in attributes.items())


@lru_cache(maxsize=8192)
def address_changes(address: str, *, redirected: bool = False) -> bool:
    """Return whether an address is one of a change, in any spelling.

    In a redirect (`redirected`) a token of unknown purpose does not count: a sign-in hands its answer over like that.
    """
    parts = urlsplit(address)
    path, _, more = _decoded(parts.path).partition("?")
    route, _, route_query = _decoded(parts.fragment.lstrip("!")).partition("?")
    queries = (_decoded(parts.query), more, route_query, *(_matrix(path)))
    return (
        _path_changes(path, has_query=bool(parts.query))
        or _path_changes(route, has_query=bool(route_query))
        or any(_query_changes(query, redirected=redirected) for query in queries if query)
    )


def _attribute_changes(name: str, value: str) -> bool:
    words = _words(name)
    low = value.strip().lower()
    if "method" in words or "formmethod" in words:
        return low not in ("", "get", "head", "dialog")
    if "confirm" in words:
        return low not in _NO - {""}
    if "hx" in words and {"post", "put", "patch", "delete"} & set(words):
        return True
    if "formaction" in words:
        return True
    if name in ("id", "class", "icon"):
        return any(_is_code_of_change(token) for token in value.split())
    if not _HANDLER.match(name):
        return False
    tokens = re.findall(r"[\w-]+", value[:300])
    return (
        bool(_CALLS.search(value))
        or "confirm" in low.split()
        or "confirmation" in low
        or any(map(_is_code_of_change, tokens))
    )


def _is_code_of_change(token: str) -> bool:
    """Return whether an identifier or a class is called after a change: btn-delete, deleteCourse, fa-trash."""
    words = _words(token)
    if len(words) > 5 or not words:
        return False
    kept = [word for word in words if word not in _CODE] or words
    strong = [word for word in kept if word in _STRONG or word == "trash"]
    return bool(strong) and all(
        word in _STRONG or word in _OBJECTS or word in _FILLERS or word == "trash" for word in kept
    )


def _path_changes(path: str, *, has_query: bool) -> bool:
    steps = [step.partition(";")[0] for step in re.split(r"[/\\]+", path)]
    steps = [step for step in steps if step.strip()]
    if steps and steps[-1].rpartition(".")[2].lower() in _ASSETS and "." in steps[-1]:
        steps.pop()
    words = [_step_words(step) for step in steps]
    for n, step in enumerate(words):
        if not step or _IDENTIFIER.fullmatch(steps[n]) and not _is_command(step):
            continue
        if len(step) == 1 and step[0] in _SIGN_OUT:
            return True
        is_last = n == len(words) - 1
        if _is_command(step, alone=False) and not (
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
    if any(word in verbs and objects & set(around) for verbs, objects in _PAIRS):
        return True
    if word not in _WEAK:
        return False
    if not follows_id and word == "archive":
        return False
    return any(each in _OBJECTS and not _is_harmless({word, each}) for each in around)


def _query_changes(query: str, *, redirected: bool) -> bool:
    return any(_parameter_changes(piece, redirected=redirected) for piece in re.split(r"[&;?]", query) if piece)


def _parameter_changes(piece: str, *, redirected: bool) -> bool:
    name, has_value, value = piece.replace("+", " ").partition("=")
    name = re.sub(r"^(?:amp[;:]?)+", "", name)
    words = _words(name)
    glued = "".join(words)
    if _is_token(words, glued, value, redirected=redirected):
        return True
    if glued in _RETURN or not glued:
        return False
    value_words = _words(value)
    joined = "".join(value_words)
    if glued in _ACTIONS and (
        joined in _ACTION_VALUES or " ".join(value_words) in _ACTION_VALUES or _is_command(value_words)
    ):
        return True
    if (
        glued in _PLACES
        and len(value_words) <= 4
        and (joined in _STRONG or (len(value_words) > 1 and _ends_session(value_words)))
    ):
        return True
    if "/" in value and "://" not in value and " " not in value and _path_changes(value, has_query=False):
        return True
    if value.lower() in _NO and (has_value or not words):
        return False
    return (glued in _NAMES or _is_command(words, alone=False)) and not name.startswith(("is_", "has_", "show"))


def _is_token(words: Sequence[str], glued: str, value: str, *, redirected: bool) -> bool:
    if not value:
        return False
    if glued in _TOKENS or "csrf" in glued or "xsrf" in glued:
        return True
    if redirected or not words or _HARMLESS_TOKENS & set(words):
        return False
    return (glued.endswith("nonce") or words[-1] in ("token", "nonce")) and len(value) >= 6


def _is_command(words: Sequence[str], *, alone: bool = True) -> bool:
    """Return whether words are a verb of change and what it is about, and nothing else."""
    content = _content(words)
    if not content or len(content) > 4:
        return False
    if " ".join(content) in _ALONE and (alone or " " in content[0]):
        return True
    kinds = set(content)
    verbs = kinds & _STRONG
    if verbs:
        return {content[0], content[-1]} & _STRONG != set() and all(
            word in _STRONG or word in _OBJECTS or word in _WEAK for word in content
        )
    everything = set(words) | kinds
    for pair_verbs, objects in _PAIRS:
        if everything & pair_verbs and kinds & objects and everything & pair_verbs != kinds & objects:
            return all(word in pair_verbs or word in objects or word in _OBJECTS for word in content)
    if _is_harmless(kinds) or len(content) < 2 or not {content[0], content[-1]} & _WEAK:
        return False
    return all(word in _WEAK or word in _OBJECTS for word in content)


def _ends_session(words: Sequence[str]) -> bool:
    return words[-1] in _SIGN_OUT and all(word in _OBJECTS or word in _SIGN_OUT for word in words)


def _is_harmless(words: set[str] | frozenset[str]) -> bool:
    return any(pair <= words for pair in _HARMLESS)


def _content(words: Sequence[str]) -> list[str]:
    """Return words without those that say nothing, and without numbers; a verb of several words as one."""
    found: list[str] = []
    n = 0
    while n < len(words):
        length = next((size for size in (4, 3, 2) if " ".join(words[n : n + size]) in _PHRASES), 1)
        word = " ".join(words[n : n + length])
        if length > 1 or not (word in _FILLERS or any(map(str.isdigit, word))):
            found.append(word)
        n += length
    return found or [word for word in words if word in _ALONE][:1]


def _step_words(step: str) -> list[str]:
    stem, dot, suffix = step.rpartition(".")
    return _words(stem if dot and suffix.lower() in _PROGRAMS else step)


def _words(text: str) -> list[str]:
    """Return the words of a text, of a name in code or of a step of a path: small letters, no accents."""
    text = _HIDDEN.sub("", unicodedata.normalize("NFKC", text))
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", text)
    plain = "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    return [part for word in re.findall(r"[^\W_]+", plain) for part in _unglued(word)]


@lru_cache(maxsize=8192)
def _unglued(word: str) -> tuple[str, ...]:
    """Return the words of which one is made: startattempt, addtocart, deleteall."""
    if word in _GLUED or word in _FILLERS or len(word) > LONGEST_GLUED:
        return (word,)
    best: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(word) + 1):
        for start in range(end - 2, -1, -1):
            part = word[start:end]
            if start in best and (len(part) > 3 and part in _GLUED or start and part in _GLUED_FILLERS):
                best[end] = (*best[start], part)
                break
    parts = best.get(len(word), ())
    return parts if parts and _is_command(parts, alone=False) else (word,)


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


def _titles(address: str, words: Sequence[str], *, only_documentation: bool = False) -> bool:
    """Return whether an address is that of a text with this title."""
    steps = [step for step in _decoded(urlsplit(address).path).split("/") if step]
    if not steps:
        return False
    last = _step_words(steps[-1])
    documentation = _in_documentation([_step_words(step) for step in steps[:-1]], steps[:-1])
    repeats = len(last) > 1 and set(words) <= set(_folded(last))
    if only_documentation:
        return documentation and repeats
    return repeats or documentation or bool(set(last) & _READING)


def _folded(words: Sequence[str]) -> list[str]:
    """Return words, and umlauts in the spelling that addresses have: loeschen is loschen too."""
    return [*words, *(re.sub(r"([aou])e", r"\1", word) for word in words)]


def _in_documentation(words: Sequence[Sequence[str]], steps: Sequence[str]) -> bool:
    """Return whether steps lead into documentation or a blog, and to nothing of it that is numbered."""
    return any(set(step) & _DOCUMENTATION for step in words) and not any(step.isdigit() for step in steps)
