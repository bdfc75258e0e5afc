"""Drag what can be dragged and put it back, then try to do without dragging: with a single press."""

from __future__ import annotations

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.pointer import AWAY, Pointer
from a11ycheck.behaviour.script_types import DraggableElement
from a11ycheck.behaviour.types import Draggable
from a11ycheck.browser.frames import ScriptError
from a11ycheck.inpage import script

FAR = 60
"""Pixels that a thing is dragged to each side."""
FOLLOWS = 20
"""Pixels that it must have moved to count as dragged."""
ANSWER = 150
"""Milliseconds after a press within which something must change."""
PRESSES = 2
"""A page may still hold what was dragged last: the first press then puts it down."""


async def drag(context: BehaviourContext) -> Observation:
    """Return rows of things that can be dragged, one of each group (`Draggable` in types.py)."""
    rows: dict[str, list[Draggable]] = {}
    thing: DraggableElement
    for frame in context.root.walk():
        try:
            pointer = Pointer(context.frames, frame)
            for thing in await pointer.call("drag.draggables"):
                if context.left < 2:
                    return Observation(rows, "time")
                if await _can_be_dragged(context, pointer, thing["mark"]):
                    pressed = await _responds_to_press(context, pointer, thing)
                    rows.setdefault(frame.id, []).append({**thing, "pressed": pressed})
        except (ScriptError, PlaywrightError):
            continue  # a frame that went away has nothing to drag
    return Observation(rows)


async def _can_be_dragged(context: BehaviourContext, pointer: Pointer, mark: int) -> bool:
    """Return whether it moves with the mouse. Put it down where it was."""
    mouse = context.tab.mouse
    await pointer.call("drag.wasDragged")
    before = await pointer.call("drag.position", mark)
    point = await pointer.press(mark)
    if not point:
        return False
    follows = False
    try:
        for side in (FAR, -FAR):
            await mouse.move(point[0] + side, point[1], steps=5)
            now = await pointer.call("drag.position", mark)
            distance = abs(now["left"] - before["left"]) + abs(now["top"] - before["top"])
            follows = follows or distance >= FOLLOWS or now["value"] != before["value"]
        await mouse.move(*point, steps=5)
    finally:
        await mouse.up()
    await pointer.call("changes.settle", 60, 400)
    return bool(await pointer.call("drag.wasDragged")) or follows


async def _responds_to_press(context: BehaviourContext, pointer: Pointer, thing: DraggableElement) -> bool:
    """Return whether a press alone does something: on the thing, or for a slider on its track."""
    await context.tab.mouse.move(*AWAY)
    await pointer.call("changes.settle", 60, 400)
    point = await pointer.point(thing["mark"])
    if not point:
        return True  # it can no longer be hit, so nothing is known
    if thing["slider"]:
        return await _press_track(context, pointer, thing["mark"], point)
    return await _press_thing(context, pointer, point)


async def _press_track(context: BehaviourContext, pointer: Pointer, mark: int, thumb: tuple[float, float]) -> bool:
    """Press beside the thumb, and if that did something, where the thumb was."""
    aside = await pointer.call("drag.trackOffset", mark)
    if aside is None:
        return True
    before = await pointer.call("drag.position", mark)
    await context.tab.mouse.click(thumb[0] + aside, thumb[1])
    await pointer.call("changes.settle", ANSWER, 500)
    now = await pointer.call("drag.position", mark)
    changed = bool(now["value"] != before["value"] or abs(now["left"] - before["left"]) > FOLLOWS / 4)
    if changed:
        await context.tab.mouse.click(*thumb)
    return changed


async def _press_thing(context: BehaviourContext, pointer: Pointer, point: tuple[float, float]) -> bool:
    """Press the thing itself, and once more if that picked it up."""
    effects = script("behaviour/effects")
    await pointer.frame.run(effects, "start")
    try:
        for _ in range(PRESSES):
            await context.tab.mouse.click(*point)
            counts = await pointer.frame.run(effects, "read", ANSWER)
            if counts["strong"] + counts["slight"]:
                await context.tab.mouse.click(*point)
                return True
    finally:
        await pointer.frame.run(effects, "stop")
    return False
