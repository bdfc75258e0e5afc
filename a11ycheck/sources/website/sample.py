"""Which pages stand for the others, when not all are to be opened: in the manner of WCAG-EM, step 3.

https://www.w3.org/TR/WCAG-EM/#step3: a structured sample (common pages, a page of each step of a learner's way, one of
each template), then a random one of a tenth of its size. Templates are told by addresses first, since a page has to be
opened before its structure is known; where two pages of one template turn out to be built differently (a video and a
quiz at addresses alike), more of it are opened.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal
from urllib.parse import urlsplit

from a11ycheck.report.journeys import step_of
from a11ycheck.web.address_patterns import template
from a11ycheck.web.addresses import DATA

SIBLINGS = 3
"""Pages under one path, with names and no numbers, that are taken for templates of their own; further ones repeat."""
SIBLINGS_AT_TOP = 10
SECOND_LOOKS = 6
"""Most pages of one template that are opened to see whether they are built alike."""
Why = Literal["common", "process", "template", "structure", "random"]
_COMMON = frozenset(DATA["sample"]["common"])


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
        self._built = defaultdict[str, list[str]](list)
        self._steps: set[str] = set()
        self.why = Counter[Why]()
        """How many pages were chosen for which reason."""

    def take(self, cleaned: str) -> bool:
        """Whether this page belongs to the structured sample."""
        kind = template(cleaned)
        self._of[kind] += 1
        family, limit = kind.rpartition("/")[0], SIBLINGS
        if not family:
            limit = SIBLINGS_AT_TOP
        new = kind not in self._taken.values() and (len(self._families[family]) < limit or "?" in kind)
        if len(self._taken) < self._structured and not self._drawn and (why := self._reason(cleaned, new=new)):
            self._families[family].add(kind)
            self._taken[cleaned] = kind
            self.why[why] += 1
            return True
        self._passed[cleaned] = None
        return False

    def _reason(self, cleaned: str, *, new: bool) -> Why | None:
        if not self._taken or self._is_common(cleaned):
            return "common"
        step = step_of(cleaned)
        if step and step not in self._steps:
            self._steps.add(step)
            return "process"
        return "template" if new else None

    def saw(self, cleaned: str, structure: str) -> None:
        """A page of the sample was opened and is built so; "" when that cannot be told."""
        if structure and cleaned in self._taken:
            self._built[self._taken[cleaned]].append(structure)

    def look_again(self) -> list[str]:
        """One more of each template whose pages may be built differently: seen once, or different the last time."""
        wanted: list[str] = []
        for kind, built in self._built.items():
            if len(built) > 1 and (built[-1] in built[:-1] or len(built) >= SECOND_LOOKS):
                continue
            if len(self._taken) + len(wanted) >= self._structured:
                break
            if one := next((one for one in self._passed if template(one) == kind), None):
                wanted.append(one)
        for one in wanted:
            del self._passed[one]
            self._taken[one] = template(one)
            self.why["structure"] += 1
        return wanted

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
            self.why["random"] += 1
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
