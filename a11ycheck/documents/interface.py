"""What reading a document yields: facts about places in it, and how much was looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from a11ycheck.evidence.reasons import check_key

Place = tuple[tuple[str, str], ...]
"""From the inside out: (("figure", "4"), ("page", "3")). The words are keys of [place] in reports/words."""


class Unreadable(Exception):
    """The document cannot be read: `why` is the key of a reason, `data` fills its sentence."""

    def __init__(self, why: str, **data: str) -> None:
        check_key(why)
        super().__init__(why, data)
        self.why, self.data = why, data


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is so at one place. `name` is what a rule's `fact` asks for, `fault` the key of its message.

    `element` says what kind of thing it is about ("figure"), so that equal faults group; `snippet` shows it and,
    unlike the place, stays the same when pages are added before it.
    """

    name: str
    fault: str
    element: str = "document"
    place: Place = ()
    snippet: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Read:
    """`looked` counts, for each name of a fact, the things that were looked at; none means "nothing of its kind".

    `unread` holds stable words for what of the document was not read.
    """

    title: str = ""
    facts: Sequence[Fact] = ()
    looked: Mapping[str, int] = field(default_factory=dict)
    unread: Sequence[str] = ()


class Facts:
    """Facts as they are gathered: one call for each thing that was looked at."""

    MOST = 2000

    def __init__(self) -> None:
        self.found: list[Fact] = []
        self.looked: dict[str, int] = {}

    def look(self, name: str, count: int = 1) -> None:
        """Something of that kind was looked at."""
        self.looked[name] = self.looked.get(name, 0) + count

    def add(
        self, name: str, fault: str, element: str = "document", place: Place = (), snippet: str = "", /, **data: object
    ) -> None:
        """A fault was found; beyond MOST facts nobody reads on."""
        if len(self.found) < self.MOST:
            said = {key: str(value)[:200] for key, value in data.items()}
            self.found.append(Fact(name, fault, element, place, snippet[:300], said))

    def read(self, title: str, unread: Sequence[str] = ()) -> Read:
        """All together."""
        cut = ("document-many-faults",) if len(self.found) >= self.MOST else ()
        return Read(title[:300], tuple(self.found), self.looked, (*unread, *cut))
