"""Which pages stand for the others, when not all are opened: in the manner of WCAG-EM, step 3.

https://www.w3.org/TR/WCAG-EM/#step3: a structured sample (common pages, a page of each step of a learner's journey, one
of each template), then a random one of a tenth of its size. Templates are recognised by address first, because a page
has to be opened before its structure is known. Where two pages of one template turn out to be built differently (a
video and a quiz at similar addresses), more of its pages are opened.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Literal, get_args
from urllib.parse import urlsplit

from a11ycheck.model import Skipped
from a11ycheck.report.journeys import step_of_address
from a11ycheck.text import redact
from a11ycheck.web.address_patterns import template
from a11ycheck.web.addresses import DATA

SIBLINGS = 3
"""Pages in one folder, with names and no numbers, that count as different templates; further ones repeat."""
SIBLINGS_AT_TOP = 10
SECOND_LOOKS = 6
"""Most pages of one template that are opened to see whether they are built alike."""
SampleReason = Literal["common", "process", "template", "structure", "random"]
_COMMON = frozenset(DATA["sample"]["common"])


class Sample:
    """At most `size` pages of a site; addresses are cleaned.

    `seed` makes the random choice the same each time, and different for each site.
    """

    def __init__(self, size: int, seed: str) -> None:
        self._structured = max(1, size * 10 // 11)
        self._size = size
        self._random = random.Random(seed)  # noqa: S311, to choose pages
        self._templates: dict[str, str] = {}
        self._not_taken: dict[str, None] = {}
        self._pages_of = Counter[str]()
        self._families = defaultdict[str, set[str]](set)
        self._structures = defaultdict[str, list[str]](list)
        self._steps: set[str] = set()
        self._is_drawn = False
        self._reasons = Counter[SampleReason]()

    def take(self, address: str) -> bool:
        """Return whether a page belongs to the structured sample; remember it in any case."""
        kind = template(address)
        self._pages_of[kind] += 1
        family = kind.rpartition("/")[0]
        limit = SIBLINGS if family else SIBLINGS_AT_TOP
        is_new = kind not in self._templates.values() and (len(self._families[family]) < limit or "?" in kind)
        has_room = len(self._templates) < self._structured and not self._is_drawn
        if has_room and (why := self._reason(address, is_new=is_new)):
            self._families[family].add(kind)
            self._templates[address] = kind
            self._reasons[why] += 1
            return True
        self._not_taken[address] = None
        return False

    def _reason(self, address: str, *, is_new: bool) -> SampleReason | None:
        if not self._templates or _is_common(address):
            return "common"
        step = step_of_address(address)
        if step and step not in self._steps:
            self._steps.add(step)
            return "process"
        return "template" if is_new else None

    def note_structure(self, address: str, structure: str) -> None:
        """Remember how an opened page of the sample is built; "" when that is unknown."""
        if structure and address in self._templates:
            self._structures[self._templates[address]].append(structure)

    def second_looks(self) -> list[str]:
        """Take one more page of each template that was seen once, or whose last page was built differently."""
        wanted: list[str] = []
        for kind, structures in self._structures.items():
            if len(structures) > 1 and (structures[-1] in structures[:-1] or len(structures) >= SECOND_LOOKS):
                continue
            if len(self._templates) + len(wanted) >= self._structured:
                break
            if address := next((address for address in self._not_taken if template(address) == kind), None):
                wanted.append(address)
        self._add(wanted, "structure")
        return wanted

    def draw(self) -> list[str]:
        """Draw the random sample once, when nothing new is found: a tenth of the pages taken, at least one."""
        if self._is_drawn:
            return []
        self._is_drawn = True
        wanted = min(max(1, len(self._templates) // 10), self._size - len(self._templates), len(self._not_taken))
        drawn = self._random.sample(sorted(self._not_taken), max(0, wanted))
        self._add(drawn, "random")
        return drawn

    def skipped(self, site: str) -> list[Skipped]:
        """Return why pages of a site were chosen, and for each template how many of how many stand for it.

        Templates of which every page was opened are not listed; nothing is, when that holds for all.
        """
        opened = Counter(self._templates.values())
        examples: dict[str, str] = {}
        for address in self._not_taken:
            examples.setdefault(template(address), address)
        if not examples:
            return []
        reasons: dict[str, str] = {why: str(self._reasons[why]) for why in get_args(SampleReason)}
        skipped = [Skipped(site, "sample-chosen", "", data={"n": str(self._reasons.total()), **reasons})]
        for kind, example in examples.items():
            n, of = opened[kind], self._pages_of[kind]
            data = {"template": redact.url(kind), "n": str(n), "of": str(of), "count": str(of - n)}
            skipped.append(Skipped(redact.url(example), "sample", "", data=data))
        return skipped

    def _add(self, addresses: Iterable[str], why: SampleReason) -> None:
        for address in addresses:
            del self._not_taken[address]
            self._templates[address] = template(address)
            self._reasons[why] += 1


def _is_common(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.query and not _COMMON.isdisjoint(_words(parts.path))


def _words(path: str) -> Iterable[str]:
    return re.split(r"[^a-z]+", path.rpartition("/")[2].partition(".")[0].lower() or path.lower())
