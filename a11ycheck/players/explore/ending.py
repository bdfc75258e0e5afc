"""What the end of exploring means: how many screens there are, and whether there may be more."""

from __future__ import annotations

from dataclasses import dataclass, field

from a11ycheck.players.course_page import CoursePage
from a11ycheck.players.explore.scripts import call
from a11ycheck.players.interface import PlayerScreen

SURE = 50
"""A control with this score or more leads on; with a lower one it may just as well start a film."""


@dataclass(slots=True)
class Exploration:
    """The outcome of exploring a page.

    `known` is the page's own count of screens: the total where it counts them itself ("3 of 16") and always gives the
    same one, the number reached where it says that everything was seen ("100 %"), 1 where nothing seems to lead on.
    Otherwise it is None, as an outline found by looking lists chapters as often as screens.
    `missed` are the entries of an outline that did not open, each with the stable word of a reason.
    `why` is the stable word of the reason why exploring ended: "" when nothing was left, "gate" when the screen asks
    something that we could not do, "way-on-shut" when a control that leads on stayed disabled and nothing says that
    this is the end, "no-way-on" when the page counts more screens than were found, "drawn" when a screen is one
    picture that may lead on, "bound" when a limit was reached.
    """

    known: int | None = None
    missed: list[tuple[PlayerScreen, str]] = field(default_factory=list)
    why: str = ""


@dataclass(slots=True)
class EndSigns:
    """What was noticed on the way that tells where the end is.

    `counts` are the page's own ("3 of 16"); `leads_on` means that some control seemed to lead on; `shut` is the reason
    why such a control stayed disabled; `all_seen` means that the content said so; `drawn` that a screen was one
    picture.
    """

    counts: list[tuple[int, int]] = field(default_factory=list)
    leads_on: bool = False
    shut: str = ""
    all_seen: bool = False
    drawn: bool = False


async def read_ending(course: CoursePage, count: tuple[int, int] | None) -> str:
    """Return what the current screen says: "all" was seen, this is the "last" screen, or "" for nothing."""
    endings = [await call(course, frame, "ending") for frame in course.frames()]
    if "all" in endings:
        return "all"
    return "last" if "last" in endings or (count and count[0] == count[1]) else ""


def conclude(exploration: Exploration, signs: EndSigns, reached: int) -> None:
    """Fill in the outcome after `reached` screens."""
    totals = {total for _, total in signs.counts}
    counted = len(totals) == 1 and len({number for number, _ in signs.counts}) > 1
    if counted:
        exploration.known = max(totals.pop(), reached)
    elif signs.all_seen and not exploration.missed and not exploration.why:
        exploration.known = reached
    elif reached == 1 and not signs.leads_on and not signs.drawn:
        exploration.known = 1
    if exploration.why or (exploration.known and exploration.known <= reached):
        return
    exploration.why = signs.shut
    if not exploration.why and exploration.known:
        exploration.why = "no-way-on"
    if not exploration.why and signs.drawn and not signs.leads_on:
        exploration.why = "drawn"
