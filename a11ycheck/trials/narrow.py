"""The window as it is for a reader who zooms: half as large (200 %), and 320 pixels wide (400 %)."""

from __future__ import annotations

from playwright.async_api import Error as PlaywrightError

from a11ycheck.trials.interface import Ground, Observed
from a11ycheck.trials.looks import Looks
from a11ycheck.trials.size import too_large

NARROW = {"width": 320, "height": 512}
"""WCAG 1.4.10 names the width; higher than the 256 pixels of a zoomed window, so that only the width is judged."""


async def narrow(ground: Ground) -> Observed:
    """Rows of what goes wrong with text: `what`, `at` ("zoomed", "narrow"), `text` (texts.js has the words)."""
    if await too_large(ground):
        return Observed(bounded="elements")
    size = ground.tab.viewport_size
    if not size:
        return Observed()
    looks = Looks(ground)
    await looks.first()
    try:
        await ground.tab.set_viewport_size({"width": size["width"] // 2, "height": size["height"] // 2})
        await looks.again("zoomed")
        await ground.tab.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
        await looks.again("narrow")
    finally:
        try:
            await ground.tab.set_viewport_size(size)
            await looks.over()
        except PlaywrightError:
            pass  # the tab is gone, and what was changed with it
    return looks.observed()
