"""What a scan saw of each screen and of each target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NewType

from a11ycheck.evidence.breadcrumbs import Breadcrumbs
from a11ycheck.evidence.hits import Judgement
from a11ycheck.model import Event, Evidence, Page, Skipped


@dataclass(frozen=True, slots=True)
class ScreenResult:
    """One screen and the result of judging it.

    `place` is the page, or a screen inside it that its player knows. `missing` is the key of the reason for which
    nothing could be seen on it, or "". Identical screens have equal `signature`s, screens of one template equal
    `structure`s; `tried` says whether behaviour was tried on this one.
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
    facts: Mapping[str, object] = field(default_factory=dict)
    """Facts that rules of the whole site read, by name; JSON."""
    breadcrumbs: Breadcrumbs = ()


CleanScreen = NewType("CleanScreen", ScreenResult)
"""A screen without secrets in what its content said: clean.py makes it."""


@dataclass(slots=True)
class TargetResult:
    """The results of one target, by page: its screens, and what was skipped by place.

    `places` are the screens of a page that its player listed; `left_out` is what the source did not open.
    """

    name: str
    kind: str
    title: str
    label: str
    pages: list[Page] = field(default_factory=list)
    places: dict[Page, Sequence[Page]] = field(default_factory=dict)
    seen: dict[Page, list[CleanScreen]] = field(default_factory=dict)
    skipped: dict[Page, dict[Page, Skipped]] = field(default_factory=dict)
    left_out: Sequence[Skipped] = ()
    documents: Sequence[Page] = ()
    """Documents that are read, beside the pages that a browser opens."""
    known: int | None = None
    made_with: str = ""
    languages: Sequence[str] = ()
    """Languages that the target declares as a whole, whatever its pages declare."""
    events: Iterable[Event] = ()

    @property
    def reached(self) -> int:
        """The number of places on which something could be judged."""
        return sum(len({screen.place for screen in screens if not screen.missing}) for screens in self.seen.values())

    def in_order(self, page: Page) -> list[tuple[Page, ScreenResult | Skipped]]:
        """Return the results of a page place by place: its screen as it first stood, its states, why it was skipped."""
        skipped = self.skipped.get(page, {})
        screens = self.seen.get(page, ())
        rows: list[tuple[Page, ScreenResult | Skipped]] = []
        places = [*self.places.get(page, ()), page, *(screen.place for screen in screens), *skipped]
        for place in dict.fromkeys(places):
            states = [screen for screen in screens if screen.place == place]
            rows += [(place, screen) for screen in sorted(states, key=lambda screen: screen.state != "")]
            rows += [(place, skipped[place])] if place in skipped else []
        return rows
