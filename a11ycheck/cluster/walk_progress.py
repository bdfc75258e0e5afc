"""How the progress of a walkthrough is carried from one process to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from a11ycheck.model import Page, Tool
from a11ycheck.players.traps import Traps
from a11ycheck.players.walkthrough import Walkthrough

PlaceReason = tuple[Page, str, Mapping[str, str]]
"""A place, the key of a reason, and the data for its sentence."""


@dataclass(frozen=True, slots=True, repr=False)
class WalkProgress:
    """What changes of a Walkthrough while it is walked; its fields are those of a Walkthrough, and of its traps."""

    screens: tuple[tuple[Page, str], ...]
    known: int | None
    current: Page | None
    done: tuple[Page, ...]
    missed: tuple[PlaceReason, ...]
    tool: Tool | None
    retried: tuple[Page, ...]
    hung: tuple[Page, ...]
    over: bool
    notes: tuple[PlaceReason, ...]
    menus: tuple[str, ...]
    known_traps: tuple[str, ...]
    pressed: str
    pressed_label: str


def progress_of(walkthrough: Walkthrough) -> WalkProgress:
    """Return what changes of a walkthrough while it is walked."""
    return WalkProgress(
        screens=tuple(walkthrough.screens.items()),
        known=walkthrough.known,
        current=walkthrough.current,
        done=tuple(walkthrough.done),
        missed=tuple((place, why, data) for place, (why, data) in walkthrough.missed.items()),
        tool=walkthrough.tool,
        retried=tuple(walkthrough.retried),
        hung=tuple(walkthrough.hung),
        over=walkthrough.over,
        notes=tuple(walkthrough.notes),
        menus=tuple(walkthrough.menus),
        known_traps=tuple(walkthrough.traps.known),
        pressed=walkthrough.traps.pressed,
        pressed_label=walkthrough.traps.label,
    )


def apply_progress(walkthrough: Walkthrough, progress: WalkProgress) -> None:
    """Bring a walkthrough to where another process left it."""
    walkthrough.screens = dict(progress.screens)
    walkthrough.known = progress.known
    walkthrough.current = progress.current
    walkthrough.done = set(progress.done)
    walkthrough.missed = {place: (why, data) for place, why, data in progress.missed}
    walkthrough.tool = progress.tool
    walkthrough.retried = set(progress.retried)
    walkthrough.hung = set(progress.hung)
    walkthrough.over = progress.over
    walkthrough.notes = list(progress.notes)
    walkthrough.menus = set(progress.menus)
    walkthrough.traps = Traps(set(progress.known_traps), progress.pressed, progress.pressed_label)
