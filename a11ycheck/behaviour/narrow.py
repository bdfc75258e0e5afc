"""Make the window as it is for a reader who zooms: half as large (200 %), and 320 pixels wide (400 %)."""

from __future__ import annotations

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.screen_size import is_too_large
from a11ycheck.behaviour.text_layout import TextLayout

NARROW = {"width": 320, "height": 512}
"""WCAG 1.4.10 names the width. Higher than the 256 pixels of a zoomed window, so that only the width is judged."""


async def narrow(context: BehaviourContext) -> Observation:
    """Return what goes wrong with texts at 200 % and 400 % (`TextProblem` in types.py)."""
    if await is_too_large(context):
        return Observation(bounded="elements")
    size = context.tab.viewport_size
    if not size:
        return Observation()
    layout = TextLayout(context)
    await layout.look_first()
    try:
        await context.tab.set_viewport_size({"width": size["width"] // 2, "height": size["height"] // 2})
        await layout.look_again("zoomed")
        await context.tab.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
        await layout.look_again("narrow")
    finally:
        try:
            await context.tab.set_viewport_size(size)
            await layout.end()
        except PlaywrightError:
            pass  # the tab is gone, and what was changed with it
    return layout.observation()
