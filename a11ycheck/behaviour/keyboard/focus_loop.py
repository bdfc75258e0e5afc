"""Look at a loop of the Tab key: does Shift+Tab lead out, and are there places outside it?"""

from __future__ import annotations

from collections.abc import Sequence

from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.keyboard.focus_reading import FocusReader
from a11ycheck.behaviour.keyboard.tab_stops import VisitedStop
from a11ycheck.behaviour.types import FocusLoop
from a11ycheck.browser.frames import ScriptError
from a11ycheck.inpage import script

MOST_BACK = 12
"""Presses of Shift+Tab in a loop."""


async def look_at_loop(context: BehaviourContext, reader: FocusReader, loop: Sequence[VisitedStop]) -> FocusLoop:
    """Return the facts of a loop whose last stop has the focus."""
    return {
        "names": [stop.place.element["name"] or stop.place.element["tag"] for stop in loop],
        "back": await _leads_back(context, reader, loop),
        "others": await _count_others(context, loop),
        "dialog": all(stop.place.element["dialog"] for stop in loop),
        "frames": max(len(stop.place.frames) for stop in loop) - 1,
    }


async def _leads_back(context: BehaviourContext, reader: FocusReader, loop: Sequence[VisitedStop]) -> bool:
    keys = {stop.place.key for stop in loop}
    frames = {stop.place.frame.id for stop in loop}
    for _ in range(min(len(loop) + 1, MOST_BACK)):
        await context.tab.keyboard.press("Shift+Tab")
        reading = await reader.read()
        left = reading.left and len(frames) == 1 and all(frame.id in frames for frame, _ in reading.passed)
        if reading.place is None or reading.place.key not in keys or left:
            return True
    return False


async def _count_others(context: BehaviourContext, loop: Sequence[VisitedStop]) -> int:
    others = 0
    for frame in context.root.walk():
        marks = [stop.row["mark"] for stop in loop if stop.place.frame is frame]
        try:
            others += await frame.run(script("behaviour/focus/other_stops"), marks)
        except ScriptError:
            continue
    return others
