"""One walk with the Tab key through all frames of a screen: where the focus goes, stop by stop."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.frames import Frame, ScriptError
from a11ycheck.inpage import script
from a11ycheck.trials.interface import Ground, Observed

MOST = 150
"""Stops of one walk."""


async def walk(ground: Ground) -> Observed:
    """Rows of stops in order: `n`, `mark`, `html`."""
    rows: dict[str, list[dict[str, Any]]] = {}
    bounded = ""
    for n in range(MOST + 1):
        if not ground.left or n == MOST:
            bounded = "time" if not ground.left else "stops"
            break
        await ground.tab.keyboard.press("Tab")
        stop = await focused(ground.root)
        if stop is None:
            break
        frame, seen = stop
        mine = rows.setdefault(frame.id, [])
        if any(row["mark"] == seen["mark"] for row in mine):
            break
        mine.append({"n": n, **seen})
    return Observed(rows, bounded)


async def focused(root: Frame) -> tuple[Frame, dict[str, Any]] | None:
    """The frame and the place that has the focus; None when that is nowhere in the screen."""
    at = root
    while True:
        try:
            seen = await at.run(script("focused"))
            if not seen:
                return None
            if not seen["frame"]:
                return at, seen
            inner = await at.frame_of(script("focused_frame"))
        except (ScriptError, PlaywrightError):
            return None
        below = next((child for child in at.children if child.id == inner), None)
        if below is None:
            return at, seen
        at = below
