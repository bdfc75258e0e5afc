"""What reading a document yields: facts about places in it, and how much was checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from a11ycheck.evidence.reasons import check_key

Place = tuple[tuple[str, str], ...]
"""A place from the inside out: (("figure", "4"), ("page", "3")). The words are keys of [place] in reports/words."""


class Unreadable(Exception):
    """The document cannot be read: `why` is the key of a reason, `data` fills its sentence."""

    def __init__(self, why: str, **data: str) -> None:
        check_key(why)
        super().__init__(why, data)
        self.why, self.data = why, data


@dataclass(frozen=True, slots=True)
class Fact:
    """A fault at one place of a document. A rule asks for it by `name`; `fault` is the key of the rule's message.

    `element` is the kind of thing it is about ("figure"), so that equal faults are grouped; `snippet` shows the thing
    and, unlike the place, stays the same when pages are inserted before it.
    """

    name: str
    fault: str
    element: str = "document"
    place: Place = ()
    snippet: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """All that reading a document came to.

    `counts` has, by name of a fact, how many things were checked; without any, its rules are inapplicable. `unread`
    holds keys of reasons why a part of the document was not read.
    """

    title: str = ""
    facts: Sequence[Fact] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    unread: Sequence[str] = ()


class FactCollector:
    """Collects the facts of one document: call `count` for each thing that is checked, and `add` for each fault."""

    MOST = 2000

    def __init__(self) -> None:
        self.found: list[Fact] = []
        self.counts: dict[str, int] = {}

    def count(self, name: str, count: int = 1) -> None:
        """Count things that are checked for the fact of this name."""
        self.counts[name] = self.counts.get(name, 0) + count

    def add(
        self, name: str, fault: str, element: str = "document", place: Place = (), snippet: str = "", /, **data: object
    ) -> None:
        """Add a fault; further ones are dropped when there are MOST of them."""
        if len(self.found) < self.MOST:
            values = {key: str(value)[:200] for key, value in data.items()}
            self.found.append(Fact(name, fault, element, place, snippet[:300], values))

    def result(self, title: str, unread: Sequence[str] = ()) -> DocumentFacts:
        """Return all that was collected."""
        cut = ("document-many-faults",) if len(self.found) >= self.MOST else ()
        return DocumentFacts(title[:300], tuple(self.found), self.counts, (*unread, *cut))
