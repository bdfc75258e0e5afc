"""Goes through one page from screen to screen: with the driver of its authoring tool, else by looking for a way on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from playwright.async_api import Frame as PageFrame

from a11ycheck.model import Page, Tool
from a11ycheck.players.course_page import Play
from a11ycheck.players.explore.discover import discover
from a11ycheck.players.explore.states import answer, operate
from a11ycheck.players.interface import Player, Stop
from a11ycheck.players.walkthrough import Walkthrough

START = 20.0
"""Seconds for a tool's player to get ready."""
GUESS = 5.0
"""Seconds for one of many players to say that it is there."""
SHOW = 12.0
"""Seconds for one screen to be shown."""
PACE = 0.1
MOST_STOPS = 1000
MOST_GATES = 40
MOST_STATES = 12

REASONS = ("locked", "gate", "expired", "offline")
"""What a driver may say of a screen that does not come."""

Judge = Callable[[Page, str], Awaitable[None]]
"""Judge what stands now, as this place in this state ("" as it first stands)."""


async def walk(play: Play, walkthrough: Walkthrough, judge: Judge) -> bool:
    """Judge all screens of a page that its player knows; False when no player answered and no way on
    is looked for.

    Raises ScriptError when the page is gone. What was not reached stands in `walkthrough.missed`.
    """
    driving = await _find(play, walkthrough)
    if walkthrough.way.guess:
        walkthrough.way = replace(walkthrough.way, players=((driving.player, driving.known),) if driving else ())
    if driving and (moment := await driving.until()):
        driving = await _set_back(driving, walkthrough, moment)
    outline = await driving.outline() if driving else []
    if driving is None or not outline:
        # Made with it, whatever its player keeps to itself.
        walkthrough.tool = next((tool for _, tool in walkthrough.way.players if tool.name), walkthrough.way.maker)
        return await discover(play, walkthrough, judge)
    if driving.frame.page is not play.tab:
        await play.follow()  # it plays in a window that it opened
    walkthrough.tool = await driving.tool()
    if not walkthrough.tool.name:
        walkthrough.tool = walkthrough.way.maker
    walkthrough.plan(outline)
    first = True
    for place in walkthrough.left():
        walkthrough.here = place
        reached = await driving.show(walkthrough.stops[place], at_once=first)
        first = False
        if not reached:
            walkthrough.miss(place, await driving.why(walkthrough.stops[place]))
            continue
        await driving.open()
        await judge(place, "")
        walkthrough.done.add(place)
        if walkthrough.states:
            await _states(driving, walkthrough, place, judge)
    walkthrough.here = None
    return True


async def _set_back(expired: _Driving, walkthrough: Walkthrough, moment: float) -> _Driving | None:
    """The course as learners saw it before it expired: its pages get a clock that stands at `moment` when they open."""
    await expired.play.set_back(expired.frame, moment)
    driving = await _find(expired.play, walkthrough)
    if driving and not await driving.until():
        day = datetime.fromtimestamp(moment / 1000, UTC).date().isoformat()
        walkthrough.notes.append((walkthrough.page, "clock-set", {"day": day}))
    return driving


async def _states(driving: _Driving, walkthrough: Walkthrough, place: Page, judge: Judge) -> None:
    """The screen's further states; the screen is shown anew where it cannot be left as it was."""

    async def named(name: str) -> None:
        await judge(place, name)

    async def anew() -> bool:
        return await driving.show(walkthrough.stops[place], at_once=False)

    names = await driving.states()
    if names is None and walkthrough.way.explore:
        await operate(driving.play, named, anew, walkthrough.menus)
        return
    for name in names or ():
        if await driving.ask("enter", name):
            await judge(place, name)
        else:
            walkthrough.notes.append((place, "state-not-reached", {"state": name}))
        if not await driving.ask("leave", name):
            await anew()
    if await driving.ask("asks"):
        await answer(driving.play, named)


async def _find(play: Play, walkthrough: Walkthrough) -> _Driving | None:
    """The player that answers in one of the frames, started where it waits for that."""
    began = time.monotonic()
    while walkthrough.way.players and time.monotonic() < began + START:
        waits = not walkthrough.way.guess or time.monotonic() < began + GUESS
        for player, tool in walkthrough.way.players:
            for frame in play.frames():
                driving = _Driving(play, player, tool, frame)
                state = await driving.ask("found")
                if state == "ready":
                    return driving
                if state == "waiting":
                    waits = True
                    await driving.ask("start")
        if not waits:
            return None
        await asyncio.sleep(2 * PACE)
    return None


@dataclass(slots=True)
class _Driving:
    """One player's driver in the frame where its engine is."""

    play: Play
    player: Player
    known: Tool
    frame: PageFrame

    async def ask(self, name: str, argument: object = None) -> Any:
        """What a function of the driver answers; None when it has none, fails or takes too long."""
        call = f"async (given) => {{ const it = {self.player.driver}; return (await it.{name}?.(given)) ?? null; }}"
        return await self.play.evaluate(self.frame, call, argument)

    async def tool(self) -> Tool:
        """The tool, as the page itself tells it where it does."""
        said = await self.ask("tool")
        if not isinstance(said, dict):
            return self.known
        return Tool(_text(said.get("name")) or self.known.name, _text(said.get("version")) or self.known.version)

    async def outline(self) -> list[Stop]:
        """The tool's own list of screens; [] when it tells none."""
        rows = await self.ask("outline")
        stops: dict[str, Stop] = {}
        for row in rows[:MOST_STOPS] if isinstance(rows, list) else ():
            if isinstance(row, dict) and (key := _text(row.get("key"), 1000)):
                above = row.get("path")
                path = tuple(_text(part) for part in above) if isinstance(above, list) else ()
                stops.setdefault(key, Stop(key, _text(row.get("title")), path))
        return list(stops.values())

    async def show(self, key: str, at_once: bool) -> bool:
        """Ask for a screen and wait until it is shown; `at_once` when it may be shown already."""
        if at_once and await self.ask("at", key):
            return True
        if await self.ask("go", key) is False:
            return False
        deadline = time.monotonic() + SHOW
        while time.monotonic() < deadline:
            await asyncio.sleep(PACE)
            if await self.ask("at", key):
                return True
            if self.frame.is_detached():
                await self._find_again()
        return False

    async def _find_again(self) -> None:
        """The engine's frame was replaced: look where it is now."""
        for frame in self.play.frames():
            self.frame = frame
            if await self.ask("found") == "ready":
                return

    async def why(self, key: str) -> str:
        """The stable word for why a screen is not shown."""
        why = str(await self.ask("why", key))
        return why if why in REASONS else "not-shown"

    async def until(self) -> float:
        """A moment at which the course still opened (ms since 1970), when it has expired; else 0."""
        moment = await self.ask("until")
        return float(moment) if isinstance(moment, int | float) and 0 < moment < 1000 * time.time() else 0

    async def open(self) -> None:
        """Pass what a learner can pass on this screen, and let it come to rest."""
        for _ in range(MOST_GATES):
            if not await self.ask("open"):
                return
            await self.play.settle()

    async def states(self) -> list[str] | None:
        """Names of further states of this screen; None when the driver leaves it to be operated as any other page."""
        names = await self.ask("states")
        return [_text(name) for name in names[:MOST_STATES]] if isinstance(names, list) else None


def _text(value: object, most: int = 300) -> str:
    """Text from the page, which may be anything."""
    return " ".join(value.split())[:most] if isinstance(value, str) else ""
