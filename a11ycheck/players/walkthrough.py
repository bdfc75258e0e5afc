"""How far the walk through one page has come; it outlives a browser that dies on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from a11ycheck.model import Page, Tool
from a11ycheck.players.interface import PlayerScreen, WalkPlan
from a11ycheck.players.traps import Traps

LONGEST_TITLE = 200
LONGEST_PATH = 6

Note = tuple[Page, str, Mapping[str, str]]
"""A place, the stable word of a reason, and the data that fills its sentence."""


@dataclass(slots=True)
class Walkthrough:
    """The progress through one page.

    `screens` maps each screen, as a page, to the player's key for it. `known` is the number of screens that the page
    has by its own account, None when that can't be told. `current` is the screen being visited; `done` and `missed`
    (with the stable word of a reason and its data) are over, as is everything once `over` is true.
    `states` tells whether further states of each screen are visited too.
    """

    page: Page
    plan: WalkPlan
    states: bool = False
    screens: dict[Page, str] = field(default_factory=dict)
    known: int | None = 1
    current: Page | None = None
    done: set[Page] = field(default_factory=set)
    missed: dict[Page, tuple[str, Mapping[str, str]]] = field(default_factory=dict)
    tool: Tool | None = None
    retried: set[Page] = field(default_factory=set)
    """Screens on which the session failed once: after a second failure they are missed."""
    hung: set[Page] = field(default_factory=set)
    """Judged screens on which the page then stopped answering: they are not operated again."""
    over: bool = False
    notes: list[Note] = field(default_factory=list)
    """What the report says of places that were reached: a state that could not be entered, a clock that was set."""
    menus: set[str] = field(default_factory=set)
    """Menus judged on an earlier screen: they are the same on every screen, so once is enough."""
    traps: Traps = field(default_factory=Traps)

    def adopt_outline(self, screens: Iterable[PlayerScreen]) -> None:
        """Take over the player's list of screens; after a restart the first list stays."""
        if self.screens:
            return
        for number, screen in enumerate(screens, 1):
            self.screens[self.place(screen, number)] = screen.key
        self.known = len(self.screens)

    def add(self, screen: PlayerScreen) -> Page:
        """Return the place of a screen found by exploring; the first one is the page itself."""
        for place, key in self.screens.items():
            if key == screen.key:
                return place
        number = len(self.screens) + 1
        place = self.place(screen, number) if self.screens else self.page
        self.screens[place] = screen.key
        return place

    def place(self, screen: PlayerScreen, number: int) -> Page:
        """Return the page that stands for a screen: its number and title end the path."""
        title = screen.title.strip()[:LONGEST_TITLE]
        named = f"{number}. {title}" if title else str(number)
        above = [part.strip()[:LONGEST_TITLE] for part in screen.path if part.strip()][-LONGEST_PATH:]
        path = [*self.page.path]
        for part in (*above, named):
            if not path or path[-1] != part:
                path.append(part)
        url = f"{self.page.url}#{screen.key[:LONGEST_TITLE].removeprefix('#')}" if screen.key else self.page.url
        return replace(self.page, url=url, title=title or self.page.title, path=tuple(path))

    def pending(self) -> list[Page]:
        """Return the screens still to be visited, in order."""
        return [place for place in self.screens if place not in self.done and place not in self.missed]

    def miss(self, place: Page, why: str, **data: str) -> None:
        """Give up a screen for this reason."""
        self.missed[place] = (why, data)

    def mark_hung(self, place: Page) -> None:
        """Note that the page stopped answering while the behaviour of this screen was tried, after it was judged."""
        self.current = None
        self.traps.passed()
        self.done.add(place)
        self.hung.add(place)
        self.over = self.over or not (self.pending() or self.plan.explore)

    def mark_stuck(self) -> None:
        """Note that the page stopped answering when the current screen, which is judged, was used.

        The control that was pressed is a trap. When it isn't known, a second time on the same screen is the last.
        """
        place, self.current = self.current or self.page, None
        trap = self.traps.blame()
        if trap:
            self.notes.append((place, "press-hung", {"name": trap}))
        elif place not in self.hung:
            self.notes.append((place, "use-hung", {}))
        self.over = self.over or not (trap or place not in self.hung)
        self.hung.add(place)

    def fail(self, why: str, data: Mapping[str, str], final: bool = False) -> None:
        """Note that the session died, hung or was refused: retry the current screen once, then give it up.

        Give it up at once when the failure is `final`. Without a current screen the page itself failed.
        When a control had been pressed to leave the screen, that control is a trap.
        """
        place, self.current = self.current or self.page, None
        if final or place in self.retried:
            trap = self.traps.blame()
            if trap:
                self.notes.append((place, "press-hung", {"name": trap}))
            if place not in self.done or not trap:
                self.missed[place] = (why, data)
            # With no screen pending and no trap to avoid, another session would come no further.
            self.over = self.over or not (self.pending() or trap)
        self.retried.add(place)

    def give_up(self, why: str) -> None:
        """Miss every pending screen for this reason, or the page itself when there is none."""
        for place in self.pending() or [self.page]:
            self.missed.setdefault(place, (why, {}))
