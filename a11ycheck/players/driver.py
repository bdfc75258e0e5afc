"""A player's driver at work: its functions, called in the frame that holds the tool's engine."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Frame as PageFrame

from a11ycheck.model import Tool
from a11ycheck.players.course_page import CoursePage
from a11ycheck.players.interface import Player, PlayerScreen

START = 20.0
"""Seconds for a tool's engine to get ready."""
GUESS = 5.0
"""Seconds for one of many players to answer, when the files don't tell which one fits."""
SHOW = 12.0
"""Seconds for one screen to be shown."""
PACE = 0.1
"""Seconds between two questions to a driver."""
MOST_SCREENS = 1000
MOST_GATES = 40
MOST_STATES = 12

REASONS = ("locked", "gate", "expired", "offline")
"""The reasons that a driver may give for a screen that isn't shown."""

Candidates = tuple[tuple[Player, Tool], ...]
"""Players that may fit, each with the tool as the files describe it."""


@dataclass(slots=True)
class Driver:
    """One player's driver. `known` is the tool as the files describe it."""

    course: CoursePage
    player: Player
    known: Tool
    frame: PageFrame

    async def call(self, name: str, argument: object = None) -> Any:
        """Return the result of a function of the driver; None when there is none, or it fails or takes too long."""
        function = (
            f"async (argument) => {{ const driver = {self.player.driver};\n"
            f"return (await driver.{name}?.(argument)) ?? null; }}"
        )
        return await self.course.evaluate(self.frame, function, argument)

    async def tool(self) -> Tool:
        """Return the tool, as the page itself describes it where it does."""
        described = await self.call("tool")
        if not isinstance(described, dict):
            return self.known
        return Tool(
            _text(described.get("name")) or self.known.name,
            _text(described.get("version")) or self.known.version,
        )

    async def outline(self) -> list[PlayerScreen]:
        """Return the tool's own list of screens; [] when it has none."""
        rows = await self.call("outline")
        screens: dict[str, PlayerScreen] = {}
        for row in rows[:MOST_SCREENS] if isinstance(rows, list) else ():
            if isinstance(row, dict) and (key := _text(row.get("key"), 1000)):
                above = row.get("path")
                path = tuple(_text(part) for part in above) if isinstance(above, list) else ()
                screens.setdefault(key, PlayerScreen(key, _text(row.get("title")), path))
        return list(screens.values())

    async def show(self, key: str, at_once: bool) -> bool:
        """Ask for a screen and wait until it is shown; `at_once` when it may be shown already."""
        if at_once and await self.call("isShown", key):
            return True
        if await self.call("go", key) is False:
            return False
        deadline = time.monotonic() + SHOW
        while time.monotonic() < deadline:
            await asyncio.sleep(PACE)
            if await self.call("isShown", key):
                return True
            if self.frame.is_detached():
                await self._find_frame()
        return False

    async def _find_frame(self) -> None:
        """Find the engine again after its frame was replaced."""
        for frame in self.course.frames():
            self.frame = frame
            if await self.call("status") == "ready":
                return

    async def why_missing(self, key: str) -> str:
        """Return the stable word of the reason why a screen isn't shown."""
        why = str(await self.call("whyMissing", key))
        return why if why in REASONS else "not-shown"

    async def last_open(self) -> float:
        """Return a moment at which an expired course still opened (ms since 1970); 0 when it hasn't expired."""
        moment = await self.call("lastOpen")
        return float(moment) if isinstance(moment, int | float) and 0 < moment < 1000 * time.time() else 0

    async def advance(self) -> None:
        """Pass the gates that a learner can pass on this screen, and let it settle."""
        for _ in range(MOST_GATES):
            if not await self.call("advance"):
                return
            await self.course.settle()

    async def states(self) -> list[str] | None:
        """Return the names of further states of this screen; None to operate it as a page of an unknown tool."""
        names = await self.call("states")
        return [_text(name) for name in names[:MOST_STATES]] if isinstance(names, list) else None


async def find_driver(course: CoursePage, players: Candidates, guess: bool) -> Driver | None:
    """Return the driver of the first player that is ready in one of the frames, after starting what waits for that.

    With `guess` give up early when no player is even waiting to be started.
    """
    began = time.monotonic()
    while players and time.monotonic() < began + START:
        waits = not guess or time.monotonic() < began + GUESS
        for player, tool in players:
            for frame in course.frames():
                driver = Driver(course, player, tool, frame)
                status = await driver.call("status")
                if status == "ready":
                    return driver
                if status == "waiting":
                    waits = True
                    await driver.call("start")
        if not waits:
            return None
        await asyncio.sleep(2 * PACE)
    return None


def _text(value: object, most: int = 300) -> str:
    """Return text from the page, which may be anything, as one line."""
    return " ".join(value.split())[:most] if isinstance(value, str) else ""
