"""The screens found so far while exploring, and the entries of outlines that are still to be opened."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from a11ycheck.players.explore.explored_page import trap_name
from a11ycheck.players.explore.snapshot import Snapshot
from a11ycheck.players.explore.steps import Step, without_fragment
from a11ycheck.players.interface import PlayerScreen

NEARLY = 2
"""So few differences from a known screen may come from something that changes by itself."""


@dataclass(slots=True)
class FoundScreen:
    """A screen, and what was tried to leave it.

    `tried` holds the names of controls that were pressed, with " still" added when nothing changed. `started` holds
    those that only start something on this screen: pressed again, they would start it again, without end.
    `unfolded` counts how often more of the screen appeared. `untried` counts controls on a screen of cards that were
    not pressed yet when one of them led away: 0 on any other screen. `left` means that trying the screen led away from
    it, so that its ways on are still to be taken.
    """

    screen: PlayerScreen
    tried: set[str] = field(default_factory=set)
    started: set[str] = field(default_factory=set)
    unfolded: int = 0
    untried: int = 0
    left: bool = False


@dataclass(slots=True)
class FoundScreens:
    """The screens found so far, by what they show: the `parts` of their snapshots."""

    by_parts: dict[frozenset[str], FoundScreen] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def __contains__(self, snapshot: Snapshot) -> bool:
        return snapshot.parts in self.by_parts

    def __getitem__(self, snapshot: Snapshot) -> FoundScreen:
        return self.by_parts[snapshot.parts]

    def resembles_known(self, snapshot: Snapshot) -> bool:
        """Whether a known screen shows nearly the same."""
        return any(len(snapshot.parts ^ parts) <= NEARLY for parts in self.by_parts)

    def add(self, snapshot: Snapshot) -> FoundScreen:
        """Note a new screen, keyed by its address or else its heading, so that the next scan gives it the same key."""
        name = snapshot.name(self.names)
        self.names.add(name)
        words = re.sub(r"\W+", "-", name.lower()).strip("-")[:60]
        key = snapshot.address.partition("#")[2] or words or "screen"
        number = 2
        unique = key
        while unique in self.keys:
            unique, number = f"{words or key}-{number}", number + 1
        self.keys.add(unique)
        self.by_parts[snapshot.parts] = FoundScreen(PlayerScreen(unique, name))
        return self.by_parts[snapshot.parts]

    def has_untried(self) -> bool:
        """Whether a screen of cards has cards that were not opened yet."""
        return any(found.untried > 0 for found in self.by_parts.values())

    def take_left(self) -> bool:
        """Whether trying a screen led away from it for good; all screens may be left by the same ways again then."""
        is_left = any(found.left for found in self.by_parts.values())
        for found in self.by_parts.values() if is_left else ():
            found.left = False
            found.tried.clear()
            found.started.clear()
        return is_left


@dataclass(slots=True)
class OutlineQueue:
    """Entries of outlines that wait to be opened, by name; `taken` are the names of all controls used already."""

    other_pages: Container[str]
    waiting: dict[str, Step] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def is_other_page(self, step: Step) -> bool:
        """Whether a control leads to an address that is tested as another page."""
        return bool(step.href) and without_fragment(step.href) in self.other_pages

    def add(self, steps: Iterable[Step]) -> None:
        """Queue the entries of outlines among these controls."""
        for step in steps:
            if step.kind == "outline" and step.name not in self.taken and step.name not in self.waiting:
                if self.is_other_page(step):
                    continue
                self.waiting[step.name] = step

    def pop(self, traps: Container[str]) -> Step | None:
        """Take the next entry that isn't a trap; entries that were disabled when seen come last."""
        for name in sorted(self.waiting, key=lambda name: self.waiting[name].disabled):
            step = self.waiting.pop(name)
            if name not in self.taken and trap_name(step) not in traps:
                self.taken.add(name)
                return step
        return None
