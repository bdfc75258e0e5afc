"""Move the mouse over what may show something, and see whether that can be reached and closed."""

from __future__ import annotations

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.pointer import AWAY, Pointer
from a11ycheck.behaviour.types import HoverContent
from a11ycheck.browser.frames import ScriptError

STEPS = 12
"""Places on the way from a control to what it showed: a real mouse does not jump."""


async def hover(context: BehaviourContext) -> Observation:
    """Return a row for each element that showed something (`HoverContent` in types.py)."""
    rows: dict[str, list[HoverContent]] = {}
    mouse = context.tab.mouse
    for frame in context.root.walk():
        try:
            pointer = Pointer(context.frames, frame)
            await mouse.move(*AWAY)
            for target in await pointer.call("hover.hoverTargets", context.is_package):
                if not context.left:
                    return Observation(rows, "time")
                if content := await _hover(context, pointer, target["mark"], target["name"]):
                    rows.setdefault(frame.id, []).append(content)
                await mouse.move(*AWAY)
                await pointer.call("changes.settle", 60, 500)
        except (ScriptError, PlaywrightError):
            continue  # a frame that went away shows nothing
    return Observation(rows)


async def _hover(context: BehaviourContext, pointer: Pointer, mark: int, name: str) -> HoverContent | None:
    """Return the row about what appears when the mouse is on an element, or None when nothing does."""
    mouse = context.tab.mouse
    await pointer.call("changes.remember", mark)
    point = await pointer.point(mark)
    if not point:
        return None
    await pointer.call("changes.remember", mark)  # once more: finding the point may have scrolled
    await mouse.move(*point, steps=2)
    await pointer.call("changes.settle", 250, 1200)
    content = await pointer.call("hover.hoverContent", mark)
    if not content:
        return None
    for x, y in content["way"]:
        await mouse.move(point[0] + x, point[1] + y, steps=STEPS)
    await pointer.call("changes.settle", 250, 900)
    reached = bool(await pointer.call("changes.isOpen"))
    if not reached:
        await mouse.move(*AWAY)
        await pointer.call("changes.settle", 60, 400)
    await mouse.move(*point, steps=2)
    await pointer.call("changes.settle", 150, 700)
    await pointer.call("dialogs.focusWindow")
    await context.tab.keyboard.press("Escape")
    await pointer.call("changes.settle", 100, 500)
    escapes = bool(await pointer.call("changes.isAsRemembered"))
    return {"mark": mark, "name": name, "text": content["text"], "reached": reached, "escapes": escapes}
