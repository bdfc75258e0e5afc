"""The window as it is for a reader who zooms: half as large (200 %), and 320 pixels wide (400 %)."""

from __future__ import annotations

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.size import too_large
from a11ycheck.behaviour.text_layout import Looks

NARROW = {"width": 320, "height": 512}
"""WCAG 1.4.10 names the width; higher than the 256 pixels of a zoomed window, so that only the width is judged."""


async def narrow(context: BehaviourContext) -> Observation:
    """Rows of what goes wrong with text: `what`, `at` ("zoomed", "narrow"), `text` (texts.js has the words)."""
    if await too_large(context):
        return Observation(bounded="elements")
    size = context.tab.viewport_size
    if not size:
        return Observation()
    looks = Looks(context)
    await looks.first()
    try:
        await context.tab.set_viewport_size({"width": size["width"] // 2, "height": size["height"] // 2})
        await looks.again("zoomed")
        await context.tab.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
        await looks.again("narrow")
    finally:
        try:
            await context.tab.set_viewport_size(size)
            await looks.over()
        except PlaywrightError:
            pass  # the tab is gone, and what was changed with it
    return looks.observed()
