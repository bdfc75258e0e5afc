"""Which step of a learner's way a screen belongs to, by the words in its title, path and address (journeys.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from a11ycheck.model import Screen

_PATH = re.compile(r"^[a-z][a-z0-9+.-]*://[^/?#]*|[?#].*", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def journeys() -> tuple[str, ...]:
    """The steps, in the order in which a learner takes them."""
    return tuple(_table())


def journey(screen: Screen, website: bool) -> str:
    """The step that a screen belongs to, or "" when no word tells. What is in a package is for learning at least.

    The screen's own title and address say more than the names of the course and module around it.
    """
    path = unquote(_PATH.sub("", screen.url[:2000]))
    own = {*_words(screen.title), *_words(path.rpartition("/")[2])}
    around = {*_words(path), *(word for step in screen.path for word in _words(step))}
    website = website and not screen.embedded
    for words in (own, around):
        fits = [name for name, row in _table().items() if row.words & words and (website or row.in_packages)]
        if fits:
            return min(fits, key=lambda name: _table()[name].first)
    if not website:
        return "learn"
    return "find" if path in ("", "/") else ""


def step_of(address: str) -> str:
    """The step that an address alone tells of, "" when none does: enough to choose pages before they are opened."""
    path = unquote(_PATH.sub("", address[:2000]))
    own = {*_words(path.rpartition("/")[2])}
    fits = [name for name, row in _table().items() if row.words & own]
    return min(fits, key=lambda name: _table()[name].first) if fits else ""


def _words(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text[:2000].lower()):
        yield match[0]
        yield from match[0].split("-")


@dataclass(frozen=True, slots=True)
class _Row:
    first: int
    words: frozenset[str]
    in_packages: bool


@cache
def _table() -> Mapping[str, _Row]:
    table = tomllib.loads((Path(__file__).parent / "journeys.toml").read_text(encoding="utf-8"))
    return {
        name: _Row(row["first"], frozenset(row["words"]), row.get("in_packages", False)) for name, row in table.items()
    }
