"""Judges the screens of a page that no player knows, as they are come upon."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from a11ycheck.model import Page
from a11ycheck.players.explore import explore
from a11ycheck.players.interface import Stop
from a11ycheck.players.play import Play
from a11ycheck.players.states import operate
from a11ycheck.players.tour import Tour

Judge = Callable[[Page, str], Awaitable[None]]


async def discover(play: Play, tour: Tour, judge: Judge) -> bool:
    """Explore; False where the page is to be taken as it stands. Raises ScriptError when the page is gone.

    The page's own count of screens stays unknown, but where the page counts them itself, or shows no way on at all.
    """
    if not tour.way.explore or tour.way.again:
        return False

    async def on_stop(stop: Stop, state: str) -> None:
        place = tour.found(stop)
        if len(tour.stops) > 1:
            tour.known = None  # until it has ended; it may break off
        if place in tour.done and not state:
            return  # judged before the browser had to be started again
        tour.here = place
        await judge(place, state)
        tour.done.add(place)

    async def on_states(stop: Stop) -> bool:
        place = tour.found(stop)
        if not tour.states or place in tour.hung:
            return True

        async def anew() -> bool:
            return False

        return await operate(play, lambda name: judge(place, name), anew, tour.menus)

    found = await explore(play, on_stop, on_states, tour.traps, tour.way.crawled, tour.way.elsewhere)
    tour.here = None
    tour.known = found.known
    for number, (stop, why) in enumerate(found.missed, len(tour.stops) + 1):
        tour.miss(tour.place(stop, number), why)
    if found.why:
        tour.miss(tour.place(Stop("…", "…"), len(tour.stops) + len(found.missed) + 1), found.why)
    return True
