"""Which pages stand for the others, when not all are to be opened: in the manner of WCAG-EM, step 3.

https://www.w3.org/TR/WCAG-EM/#step3: a structured sample (common pages, one of each template), then a random one of a
tenth of its size. Templates are told by addresses: a page has to be opened before its structure is known.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import unquote_plus, urlsplit

from a11ycheck.sources.address import DATA

SIBLINGS = 3
"""Pages under one path, with names and no numbers, that are taken for templates of their own; further ones repeat."""
SIBLINGS_AT_TOP = 10
_COMMON = frozenset(DATA["sample"]["common"])
_NUMBER = re.compile(r"\d+|[0-9a-fA-F-]{8,}")


def template(cleaned: str) -> str:
    """What the address of a page has in common with others that are built alike: /course/*/quiz, /mod/quiz/view?id."""
    parts = urlsplit(cleaned)
    steps = ["*" if _NUMBER.fullmatch(step) else _NUMBER.sub("*", step) for step in parts.path.split("/")]
    names = sorted({unquote_plus(piece.partition("=")[0]) for piece in parts.query.split("&") if piece})
    route = re.sub(_NUMBER, "*", parts.fragment.partition("?")[0])
    return "/".join(steps) + (f"?{'&'.join(names)}" if names else "") + (f"#{route}" if route else "")


class Sample:
    """At most `size` pages. `name` makes the random choice the same each time, and another for each site."""

    def __init__(self, size: int, name: str) -> None:
        self._structured = max(1, size * 10 // 11)
        self._size = size
        self._random = random.Random(name)  # noqa: S311, to choose pages
        self._taken: dict[str, str] = {}
        self._passed: dict[str, None] = {}
        self._of = Counter[str]()
        self._families = defaultdict[str, set[str]](set)
        self._drawn = False

    def take(self, cleaned: str) -> bool:
        """Whether this page belongs to the structured sample."""
        kind = template(cleaned)
        self._of[kind] += 1
        family, limit = kind.rpartition("/")[0], SIBLINGS
        if not family:
            limit = SIBLINGS_AT_TOP
        new = kind not in self._taken.values() and (len(self._families[family]) < limit or "?" in kind)
        if len(self._taken) < self._structured and not self._drawn and (new or self._is_common(cleaned)):
            self._families[family].add(kind)
            self._taken[cleaned] = kind
            return True
        self._passed[cleaned] = None
        return False

    def draw(self) -> list[str]:
        """The random sample, once, when nothing new is found any more: a tenth of what was taken, at least one."""
        if self._drawn:
            return []
        self._drawn = True
        wanted = min(max(1, len(self._taken) // 10), self._size - len(self._taken), len(self._passed))
        chosen = self._random.sample(sorted(self._passed), max(0, wanted))
        for one in chosen:
            del self._passed[one]
            self._taken[one] = template(one)
        return chosen

    def left(self) -> Mapping[str, tuple[int, int, str]]:
        """By template, of which some were not opened: how many were, how many there are, and the first that was not."""
        opened = Counter(self._taken.values())
        first: dict[str, str] = {}
        for one in self._passed:
            first.setdefault(template(one), one)
        return {kind: (opened[kind], self._of[kind], one) for kind, one in first.items()}

    def _is_common(self, cleaned: str) -> bool:
        parts = urlsplit(cleaned)
        return not parts.query and not _COMMON.isdisjoint(_words(parts.path))


def _words(path: str) -> Iterable[str]:
    return re.split(r"[^a-z]+", path.rpartition("/")[2].partition(".")[0].lower() or path.lower())
