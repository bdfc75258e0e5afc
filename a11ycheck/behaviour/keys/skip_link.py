"""Follow a skip link with Enter, then press Tab: does the focus go where the link leads?"""

from __future__ import annotations

from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.keyboard.focus_reading import FocusReader
from a11ycheck.behaviour.types import FocusStop, SkipLink
from a11ycheck.browser.geometry import FrameOffset
from a11ycheck.inpage import script


async def follow_skip_link(context: BehaviourContext, stop: FocusStop) -> SkipLink | None:
    """Return a row for a stop that is a skip link, or None when Tab does not reach it."""
    reader = FocusReader(context.root, FrameOffset())
    if not await _reach(context, reader, stop):
        return None
    before = await context.root.run(script("page.address"))
    await context.tab.keyboard.press("Enter")
    await reader.read()
    await context.tab.keyboard.press("Tab")
    await reader.read()
    led = await context.root.run(script("behaviour/focus/after_skip_link"), stop["mark"])
    if await context.root.run(script("page.address")) != before:
        await context.root.run(script("page.goBack"))
        await reader.read()
    return {"kind": "skip", "mark": stop["mark"], "name": stop["name"], "led": led}


async def _reach(context: BehaviourContext, reader: FocusReader, stop: FocusStop) -> bool:
    """Press Tab until this stop has the focus."""
    for _ in range(stop["n"] + 3):
        await context.tab.keyboard.press("Tab")
        place = (await reader.read()).place
        if place and place.element["mark"] == stop["mark"] and place.frame is context.root:
            return True
    return False
