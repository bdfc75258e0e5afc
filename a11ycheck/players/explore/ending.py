"""What the end of exploring means: how many screens there are, and whether there may be more."""

from __future__ import annotations

from dataclasses import dataclass, field

from a11ycheck.players.course_page import Play
from a11ycheck.players.explore.scripts import ask
from a11ycheck.players.interface import Stop

SURE = 50
"""From this score on a control says that it leads on; below it, it may start a film as well."""


@dataclass(slots=True)
class Explored:
    """What exploring came to.

    `known` is the page's own count of screens: where it counts them itself ("3 of 16") and always says the same total,
    where it says that everything was seen ("100 %"), and 1 where nothing seems to lead on and nothing did; else None,
    since an outline found by looking lists chapters as often as screens. `missed` are the entries of an outline that
    did not open. `why` it ended: "" when no way on was left, "gate" when something is asked there that we could not
    do, "way-on-shut" when a way on stayed shut and nothing says that this is the end, "no-way-on" when the page counts
    more screens than were found, "drawn" when a screen is one picture that may lead on, "bound" when it was enough.
    """

    known: int | None = None
    missed: list[tuple[Stop, str]] = field(default_factory=list)
    why: str = ""


@dataclass(slots=True)
class Signs:
    """What was noticed on the way that tells where the end is.

    `counts` are the page's own ("3 of 16"), `leads` whether anything that should lead on was seen, `shut` why a way on
    stayed shut, `all` whether the content said that everything was seen, `drawn` whether a screen was one picture.
    """

    counts: list[tuple[int, int]] = field(default_factory=list)
    leads: bool = False
    shut: str = ""
    all: bool = False
    drawn: bool = False


async def says_end(play: Play, count: tuple[int, int] | None) -> str:
    """What the screen that stands says: "all" was seen, this is the "last" screen, or "" nothing."""
    said = [await ask(play, frame, "ending") for frame in play.frames()]
    if "all" in said:
        return "all"
    return "last" if "last" in said or (count and count[0] == count[1]) else ""


def conclude(found: Explored, signs: Signs, reached: int) -> None:
    """Fill in what exploring came to, after `reached` screens."""
    totals = {total for _, total in signs.counts}
    counted = len(totals) == 1 and len({at for at, _ in signs.counts}) > 1
    if counted:
        found.known = max(totals.pop(), reached)
    elif signs.all and not found.missed and not found.why:
        found.known = reached
    elif reached == 1 and not signs.leads and not signs.drawn:
        found.known = 1
    if found.why or (found.known and found.known <= reached):
        return
    found.why = signs.shut
    if not found.why and found.known:
        found.why = "no-way-on"
    if not found.why and signs.drawn and not signs.leads:
        found.why = "drawn"
