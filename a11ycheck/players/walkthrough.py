"""How far the walk through one page has come; it outlives a browser that dies on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from a11ycheck.model import Page, Tool
from a11ycheck.players.interface import Stop, WalkPlan
from a11ycheck.players.traps import Traps

LONGEST_TITLE = 200
LONGEST_PATH = 6

Note = tuple[Page, str, Mapping[str, str]]
"""A place, a stable word, and what fills its sentence."""


@dataclass(slots=True)
class Walkthrough:
    """`stops` are the screens that the player knows, as pages; `known` is the page's own count of screens, None
    when that cannot be told.

    `here` is the stop that is being visited; `done` and `missed` (with stable word and data) are those that are over.
    """

    page: Page
    way: WalkPlan
    states: bool = False
    stops: dict[Page, str] = field(default_factory=dict)
    known: int | None = 1
    here: Page | None = None
    done: set[Page] = field(default_factory=set)
    missed: dict[Page, tuple[str, Mapping[str, str]]] = field(default_factory=dict)
    tool: Tool | None = None
    blamed: set[Page] = field(default_factory=set)
    hung: set[Page] = field(default_factory=set)
    """Screens on which the page stopped answering, when they had been judged: they are not operated again."""
    over: bool = False
    notes: list[Note] = field(default_factory=list)
    """What is to be said of places that were reached: a state that could not be entered, a clock that was set."""
    menus: set[str] = field(default_factory=set)
    traps: Traps = field(default_factory=Traps)

    def plan(self, stops: Iterable[Stop]) -> None:
        """Take over the player's own list; a second time, after a restart, it changes nothing."""
        if self.stops:
            return
        for number, stop in enumerate(stops, 1):
            self.stops[self.place(stop, number)] = stop.key
        self.known = len(self.stops)

    def found(self, stop: Stop) -> Page:
        """The place of a screen that was come upon: the first is the page itself."""
        for place, key in self.stops.items():
            if key == stop.key:
                return place
        number = len(self.stops) + 1
        place = self.place(stop, number) if self.stops else self.page
        self.stops[place] = stop.key
        return place

    def place(self, stop: Stop, number: int) -> Page:
        """The page that a stop is: its number and title end the path."""
        title = stop.title.strip()[:LONGEST_TITLE]
        named = f"{number}. {title}" if title else str(number)
        above = [part.strip()[:LONGEST_TITLE] for part in stop.path if part.strip()][-LONGEST_PATH:]
        path = [*self.page.path]
        for part in (*above, named):
            if not path or path[-1] != part:
                path.append(part)
        url = f"{self.page.url}#{stop.key[:LONGEST_TITLE].removeprefix('#')}" if stop.key else self.page.url
        return replace(self.page, url=url, title=title or self.page.title, path=tuple(path))

    def left(self) -> list[Page]:
        """The stops that wait."""
        return [stop for stop in self.stops if stop not in self.done and stop not in self.missed]

    def miss(self, place: Page, why: str, **data: str) -> None:
        """A stop that is given up."""
        self.missed[place] = (why, data)

    def hang(self, place: Page) -> None:
        """The page stopped answering while the behaviour of this screen was tried; all else was judged before."""
        self.here = None
        self.traps.passed()
        self.done.add(place)
        self.hung.add(place)
        self.over = self.over or not (self.left() or self.way.explore)

    def fail(self, why: str, data: Mapping[str, str], final: bool = False) -> None:
        """A stage died, hung or was refused: the present stop is tried once more unless that is final, then given up.

        Without a present stop it is the page itself. Where it was left by pressing something, that is a trap.
        """
        at, self.here = self.here or self.page, None
        if final or at in self.blamed:
            trap = self.traps.spring()
            if trap:
                self.notes.append((at, "press-hung", {"name": trap}))
            if at not in self.done or not trap:
                self.missed[at] = (why, data)
            # Where no screen waits and no trap can be left alone there is nothing to go on with.
            self.over = self.over or not (self.left() or trap)
        self.blamed.add(at)

    def give_up(self, why: str) -> None:
        """Miss all that waits."""
        for place in self.left() or [self.page]:
            self.missed.setdefault(place, (why, {}))
