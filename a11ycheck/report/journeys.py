"""Which step of a learner's journey a screen belongs to: journeys.toml lists words of titles, paths and addresses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from a11ycheck.model import Screen

_LONGEST = 2000
"""Characters of a title or an address that are read."""
_NOT_PATH = re.compile(r"^[a-z][a-z0-9+.-]*://[^/?#]*|[?#].*", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def step_names() -> tuple[str, ...]:
    """Return the steps in the order in which a learner takes them."""
    return tuple(_table())


def step_of_screen(screen: Screen, website: bool) -> str:
    """Return the step that a screen belongs to, or "" when no word tells; a package's screens are at least "learn".

    The screen's own title and address say more than the names of the course and module around it.
    """
    path = _path(screen.url)
    named = {*_words(screen.title), *_words(path.rpartition("/")[2])}
    around = {*_words(path), *(word for step in screen.path for word in _words(step))}
    website = website and not screen.embedded
    if step := _step(named, website) or _step(around, website):
        return step
    if not website:
        return "learn"
    return "find" if path in ("", "/") else ""


def step_of_address(address: str) -> str:
    """Return the step that an address alone tells of, or "": enough to choose pages before they are opened."""
    return _step({*_words(_path(address).rpartition("/")[2])}, website=True)


def _path(address: str) -> str:
    return unquote(_NOT_PATH.sub("", address[:_LONGEST]))


def _words(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text[:_LONGEST].lower()):
        yield match[0]
        yield from match[0].split("-")


def _step(words: Set[str], website: bool) -> str:
    fitting = {
        name: entry for name, entry in _table().items() if entry.words & words and (website or entry.in_packages)
    }
    return min(fitting, key=lambda name: fitting[name].first, default="")


@dataclass(frozen=True, slots=True)
class _StepWords:
    first: int
    words: frozenset[str]
    in_packages: bool


@cache
def _table() -> Mapping[str, _StepWords]:
    table = tomllib.loads((Path(__file__).parent / "journeys.toml").read_text(encoding="utf-8"))
    return {
        name: _StepWords(row["first"], frozenset(row["words"]), row.get("in_packages", False))
        for name, row in table.items()
    }
