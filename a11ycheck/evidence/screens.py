"""What a scan has seen of each screen and of each target, in the order of the pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from a11ycheck.evidence.breadcrumbs import Breadcrumbs
from a11ycheck.evidence.hits import Judgement
from a11ycheck.model import Event, Evidence, Page, Skipped


@dataclass(frozen=True, slots=True)
class ScreenResult:
    """One screen, as it was judged; `missing` is the stable word for why nothing could be seen on it.

    `place` is the page, or the screen inside it that its player knows. Equal `signature`s are identical screens, equal
    `structure`s screens of one template; `tried` says whether behaviour was tried on this one.
    """

    place: Page
    state: str
    title: str
    judged: Judgement
    pictures: Mapping[int, Evidence]
    missing: str = ""
    signature: str = ""
    structure: str = ""
    tried: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What rules of the whole site want to know of it, by probe; JSON."""
    trail: Breadcrumbs = ()


@dataclass(slots=True)
class TargetResult:
    """All that one target gave: what was seen on each page and its places, and what was skipped, by page and place."""

    name: str
    kind: str
    title: str
    label: str
    pages: list[Page] = field(default_factory=list)
    places: dict[Page, Sequence[Page]] = field(default_factory=dict)
    seen: dict[Page, list[ScreenResult]] = field(default_factory=dict)
    skipped: dict[Page, dict[Page, Skipped]] = field(default_factory=dict)
    left_out: Sequence[Skipped] = ()
    documents: Sequence[Page] = ()
    """Pages that are read, beside those that are opened."""
    known: int | None = None
    made_with: str = ""
    languages: Sequence[str] = ()
    """Those that the target says it is in, apart from what its pages say."""
    events: Iterable[Event] = ()

    @property
    def reached(self) -> int:
        """Places of which something could be judged."""
        return sum(len({one.place for one in seen if not one.missing}) for seen in self.seen.values())

    def in_order(self, page: Page) -> list[tuple[Page, ScreenResult | Skipped]]:
        """What a page came to: the screens of each place, then why a place was not reached."""
        skipped = self.skipped.get(page, {})
        rows: list[tuple[Page, ScreenResult | Skipped]] = []
        seen = self.seen.get(page, ())
        places = [*self.places.get(page, ()), page, *(one.place for one in seen), *skipped]
        for place in dict.fromkeys(places):
            mine = [one for one in seen if one.place == place]
            rows += [(place, one) for one in sorted(mine, key=lambda one: one.state != "")]  # as it first stood, first
            rows += [(place, skipped[place])] if place in skipped else []
        return rows
