"""Judges the screens of a page that no player knows, as they are come upon."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from a11ycheck.model import Page
from a11ycheck.players.course_page import Play
from a11ycheck.players.explore.explorer import explore
from a11ycheck.players.explore.states import operate
from a11ycheck.players.interface import Stop
from a11ycheck.players.walkthrough import Walkthrough

Judge = Callable[[Page, str], Awaitable[None]]


async def discover(play: Play, walkthrough: Walkthrough, judge: Judge) -> bool:
    """Explore; False where the page is to be taken as it stands. Raises ScriptError when the page is gone.

    The page's own count of screens stays unknown, but where the page counts them itself, or shows no way on at all.
    """
    if not walkthrough.way.explore or walkthrough.way.again:
        return False

    async def on_stop(stop: Stop, state: str) -> None:
        place = walkthrough.found(stop)
        if len(walkthrough.stops) > 1:
            walkthrough.known = None  # until it has ended; it may break off
        if place in walkthrough.done and not state:
            return  # judged before the browser had to be started again
        walkthrough.here = place
        await judge(place, state)
        walkthrough.done.add(place)

    async def on_states(stop: Stop) -> bool:
        place = walkthrough.found(stop)
        if not walkthrough.states or place in walkthrough.hung:
            return True

        async def anew() -> bool:
            return False

        return await operate(play, lambda name: judge(place, name), anew, walkthrough.menus)

    found = await explore(
        play, on_stop, on_states, walkthrough.traps, walkthrough.way.crawled, walkthrough.way.elsewhere
    )
    walkthrough.here = None
    walkthrough.known = found.known
    for number, (stop, why) in enumerate(found.missed, len(walkthrough.stops) + 1):
        walkthrough.miss(walkthrough.place(stop, number), why)
    if found.why:
        walkthrough.miss(walkthrough.place(Stop("…", "…"), len(walkthrough.stops) + len(found.missed) + 1), found.why)
    return True
