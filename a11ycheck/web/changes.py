"""Whether a link changes something: by its name, its attributes and its address. The one place that judges this.

A command is short: a verb of change, alone or with what a platform has (changes.toml), and nothing else: "Delete
course", `/deleteCourse.php`, `delete_course`, "Kurs löschen". Titles speak of more: "How to delete a course",
`/remove-background-noise`. Where a short name begins (in Dutch and German: ends) with a strong verb and goes on with
something unknown, such as the name of a course or of a person, the address decides: that of an article repeats its
title, that of a command does not. An address that carries a token against forged requests is always one of a change.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from a11ycheck.web.changing_addresses import address_changes, titles
from a11ycheck.web.command_words import DATA, FILLERS, HIDDEN, NO, OBJECTS, STRONG, content_of, is_command, words_of

MOST_WORDS = 7
"""Words of a name that is a command throughout: "Remove this user from the group"."""
MOST_UNKNOWN_WORDS = 4
"""Words of a name that begins like a command and goes on with something unknown."""
_ARTICLES = frozenset(DATA["fillers"]["articles"])
_CODE = frozenset(DATA["fillers"]["code"])
_CODE_VERBS = STRONG | {"trash"}
_SIGNS = tuple(DATA["fillers"]["signs"])
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|‘[^’]*’")
_CLAUSES = re.compile(r"[.?!:;()|→·]\s*|\s[–—/-]\s")
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


@lru_cache(maxsize=8192)
def name_changes(name: str, address: str = "") -> bool:
    """Return whether the name of a link is a command that changes something; `address` is where the link leads."""
    shown = HIDDEN.sub("", unicodedata.normalize("NFKC", name))[:400]
    if shown.strip().startswith(_SIGNS) or shown.strip().endswith(_SIGNS):
        return True
    if _says_so_apart(shown, address):
        return True
    words = words_of(_QUOTED.sub(" 1 ", shown))
    if not words or len(words) > MOST_WORDS or words[0] in _ARTICLES:
        return False
    if is_command(words):
        return not titles(address, words, only_documentation=True)
    content = content_of(words)
    if not content or len(words) > MOST_UNKNOWN_WORDS:
        return False
    if content[0] not in STRONG and not (content[-1] in STRONG and content[-1].endswith("en")):
        return False
    return not re.search(r"[,:;?]\s*\w|\band\b|\bor\b", shown) and not titles(address, words)


def _says_so_apart(shown: str, address: str) -> bool:
    """Return whether a part of a name is a command of itself: "Anna Jansen (Log out)", "Ladders: delete"."""
    parts = [words_of(part) for part in _CLAUSES.split(shown)]
    parts = [words for words in parts if words]
    if len(parts) < 2 or titles(address, words_of(shown)):
        return False
    return any(is_command(words) and not STRONG.isdisjoint(content_of(words)) for words in (parts[0], parts[-1]))


def attributes_change(attributes: Mapping[str, str]) -> bool:
    """Return whether attributes make a link send something else than GET, ask before, or run a command."""
    return any(_attribute_changes(name.lower(), value) for name, value in attributes.items())


@lru_cache(maxsize=8192)
def _attribute_changes(name: str, value: str) -> bool:
    words = words_of(name)
    low = value.strip().lower()
    if "method" in words or "formmethod" in words:
        return low not in ("", "get", "head", "dialog")
    if "confirm" in words:
        return low not in NO
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


@lru_cache(maxsize=8192)
def _is_code_of_change(token: str) -> bool:
    """Return whether an identifier or a class is called after a change: btn-delete, deleteCourse, fa-trash."""
    words = words_of(token)
    if len(words) > 5 or not words:
        return False
    kept = [word for word in words if word not in _CODE] or words
    return not _CODE_VERBS.isdisjoint(kept) and all(
        word in _CODE_VERBS or word in OBJECTS or word in FILLERS for word in kept
    )
