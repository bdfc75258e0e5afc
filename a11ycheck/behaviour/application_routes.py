"""Press what leads to another page without being a link, and note where to: the routes of single-page applications."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.pointer import Pointer
from a11ycheck.browser.frames import Frame, Frames, ScriptError
from a11ycheck.browser.guard import Guard
from a11ycheck.inpage import script

MOST, SECONDS = 20, 15.0
"""Controls that are pressed on one screen, and how long that may take."""
BACK = 2.0
"""Seconds that an application has to return to where it was."""


async def find_routes(frames: Frames, root: Frame, guard: Guard, plain: bool) -> tuple[bool, tuple[str, ...]]:
    """Press, under the guard, what says that it leads somewhere; with `plain`, ordinary buttons too.

    Return whether something was pressed, and the addresses that the page then showed or was kept from going to.
    """
    deadline = time.monotonic() + SECONDS
    pressed = 0
    since = guard.position() if guard.is_active else (0, 0)
    try:
        pointer = Pointer(frames, root)
        controls = await pointer.call("routes.routeControls", plain)
        names = [control["name"] for control in controls[:MOST]]
        for n, name in enumerate(names):
            if n >= len(controls) or controls[n]["name"] != name or time.monotonic() > deadline:
                break  # it did not return to where it was
            await guard.start()
            pressed += 1
            if not await _press_and_go_back(pointer, controls[n]):
                break
            controls = await pointer.call("routes.routeControls", plain)  # an application draws its controls anew
    except (ScriptError, PlaywrightError):
        pass  # the document went away: what was noted counts
    return pressed > 0, guard.destinations_since(since) if pressed else ()


async def _press_and_go_back(pointer: Pointer, control: dict[str, Any]) -> bool:
    """Press one control, go back, and return whether the page is where it was."""
    tab = pointer.frames.page
    before = tab.url
    await pointer.click(control["mark"])
    await pointer.call("changes.settle", 150, 1500 if control["says"] else 600)
    if tab.url == before:
        await tab.keyboard.press("Escape")  # it may have opened something
        return True
    await pointer.frame.run(script("page.goBack"))
    deadline = time.monotonic() + BACK
    while tab.url != before and time.monotonic() < deadline:
        await asyncio.sleep(0.05)
    await pointer.call("changes.settle", 150, 1500)
    return tab.url == before
