"""Look for ways out of a loop of the Tab key other than Tab: Escape, and the controls inside the loop."""

from __future__ import annotations

from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.keyboard.focus_reading import FocusReader
from a11ycheck.browser.geometry import screen_offset
from a11ycheck.inpage import script

CONTROLS = 6
"""Controls of a loop that are tried."""


async def find_loop_exit(context: BehaviourContext, first: int, length: int) -> str:
    """Return what lets the focus out of the loop of so many stops that begins at stop number `first`.

    That is "escape", the name of a control, or "" for nothing. A walk of this screen must have met the loop.
    """
    reader = FocusReader(context.root, await screen_offset(context.frames, context.root))
    loop = await _enter_loop(context, reader, first + length + 3)
    if not loop:
        return ""
    await context.tab.keyboard.press("Escape")
    if await _is_outside(context, reader, loop):
        return "escape"
    tried: set[tuple[str, int]] = set()
    while len(tried) < CONTROLS and context.left > 1:
        place = (await reader.read()).place
        if place is None or place.key not in loop:
            return "escape"
        if place.key in tried:
            return ""
        tried.add(place.key)
        if await place.frame.run(script("behaviour/keys/may_press"), place.element["mark"], context.is_package):
            await context.tab.keyboard.press("Enter")
            await reader.read()
            if await _is_outside(context, reader, loop):
                return str(place.element["name"])
        else:
            await context.tab.keyboard.press("Tab")
    return ""


async def _enter_loop(context: BehaviourContext, reader: FocusReader, most: int) -> set[tuple[str, int]]:
    """Press Tab until the loop was gone through once, and return its stops."""
    order: list[tuple[str, int]] = []
    for _ in range(most * 2):
        if context.left < 1:
            return set()
        await context.tab.keyboard.press("Tab")
        place = (await reader.read()).place
        if place is None:
            order.clear()
        elif place.key in order:
            return set(order[order.index(place.key) :])
        else:
            order.append(place.key)
    return set()


async def _is_outside(context: BehaviourContext, reader: FocusReader, loop: set[tuple[str, int]]) -> bool:
    """Return whether the focus is outside the loop, now or after one Tab."""
    for key in ("", "Tab"):
        if key:
            await context.tab.keyboard.press(key)
        place = (await reader.read()).place
        if place is None or place.key not in loop:
            return True
    return False
