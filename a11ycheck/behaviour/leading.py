"""Presses what leads to another page and is no link, and notes where: the routes of applications."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.pointer import Pointer, hands
from a11ycheck.browser.frames import Frame, Frames, ScriptError
from a11ycheck.browser.guard import Guard

MOST, SECONDS = 20, 15.0
"""Controls that are pressed on one screen, and how long that may take."""
BACK = 2.0
"""Seconds for an application to be where it was."""


async def lead_on(frames: Frames, root: Frame, guard: Guard, plain: bool) -> tuple[bool, tuple[str, ...]]:
    """Press, under the guard, what says that it leads somewhere; `plain` buttons too. Whether something was pressed,
    and the addresses: those that the page showed then, and those that it was kept from going to.
    """
    deadline = time.monotonic() + SECONDS
    pressed = 0
    since = guard.noted() if guard.on else (0, 0)
    try:
        hand = await hands(frames, root)
        rows = await hand.ask("leads", plain)
        names = [row["name"] for row in rows[:MOST]]
        for n, name in enumerate(names):
            if n >= len(rows) or rows[n]["name"] != name or time.monotonic() > deadline:
                break  # it did not come back to where it was
            await guard.start()
            pressed += 1
            if not await _press(hand, rows[n]):
                break
            rows = await hand.ask("leads", plain)  # an application draws its controls anew
    except (ScriptError, PlaywrightError):
        pass  # the document went away: what was noted stands
    return pressed > 0, guard.led(since) if pressed else ()


async def _press(hand: Pointer, row: dict[str, Any]) -> bool:
    """Press one control, and go back; whether the page stands where it stood."""
    tab = hand.frames.page
    before = tab.url
    await hand.click(row["mark"])
    await hand.ask("rest", 150, 1500 if row["says"] else 600)
    if tab.url == before:
        await tab.keyboard.press("Escape")  # it may have opened something
        return True
    await hand.frame.run("() => history.back()")
    deadline = time.monotonic() + BACK
    while tab.url != before and time.monotonic() < deadline:
        await asyncio.sleep(0.05)
    await hand.ask("rest", 150, 1500)
    return tab.url == before
