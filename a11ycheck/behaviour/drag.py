"""Drags what can be dragged and puts it back, and then tries to do without: with a single press."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.pointer import AWAY, Pointer, hands
from a11ycheck.browser.frames import ScriptError
from a11ycheck.inpage import script

FAR = 60
"""Pixels that a thing is dragged to the side, and back."""
FOLLOWS = 20
"""Pixels that it must have come along to be called dragged."""
ANSWER = 150
"""Milliseconds after a press in which something must change."""

PRESSES = 2
"""A page may hold what was dragged last for taken up: the first press then lays it down."""


async def drag(context: BehaviourContext) -> Observation:
    """Rows of things that can be dragged, one of each group: `mark`, `name`, `n` in the group, `slider`, `beside`
    (other controls that may do the same), `pressed` (a press without dragging changes something).
    """
    rows: dict[str, list[dict[str, Any]]] = {}
    for frame in context.root.walk():
        try:
            hand = await hands(context.frames, frame)
            for thing in await hand.ask("draggables"):
                if context.left < 2:
                    return Observation(rows, "time")
                if await _drags(context, hand, thing["mark"]):
                    rows.setdefault(frame.id, []).append({**thing, "pressed": await _press(context, hand, thing)})
        except (ScriptError, PlaywrightError):
            continue  # a frame that went away has nothing to drag
    return Observation(rows)


async def _drags(context: BehaviourContext, hand: Pointer, mark: int) -> bool:
    """Whether it comes along with the mouse. It is put down where it was."""
    mouse = context.tab.mouse
    await hand.ask("dragged")
    before = await hand.ask("place", mark)
    at = await hand.press(mark)
    if not at:
        return False
    follows = False
    try:
        for side in (FAR, -FAR):
            await mouse.move(at[0] + side, at[1], steps=5)
            now = await hand.ask("place", mark)
            away = abs(now["left"] - before["left"]) + abs(now["top"] - before["top"])
            follows = follows or away >= FOLLOWS or now["value"] != before["value"]
        await mouse.move(*at, steps=5)
    finally:
        await mouse.up()
    await hand.ask("rest", 60, 400)
    return bool(await hand.ask("dragged")) or follows


async def _press(context: BehaviourContext, hand: Pointer, thing: dict[str, Any]) -> bool:
    """Whether a press alone does something: on the thing, or for a slider on its track."""
    await context.tab.mouse.move(*AWAY)
    await hand.ask("rest", 60, 400)
    at = await hand.point(thing["mark"])
    if not at:
        return True  # it can no longer be hit: nothing is known
    if thing["slider"]:
        return await _press_track(context, hand, thing["mark"], at)
    return await _press_thing(context, hand, at)


async def _press_track(context: BehaviourContext, hand: Pointer, mark: int, at: tuple[float, float]) -> bool:
    """Press beside the thumb, and where that did something, where it was."""
    aside = await hand.ask("track", mark)
    if aside is None:
        return True
    before = await hand.ask("place", mark)
    await context.tab.mouse.click(at[0] + aside, at[1])
    await hand.ask("rest", ANSWER, 500)
    now = await hand.ask("place", mark)
    changed = bool(now["value"] != before["value"] or abs(now["left"] - before["left"]) > FOLLOWS / 4)
    if changed:
        await context.tab.mouse.click(*at)
    return changed


async def _press_thing(context: BehaviourContext, hand: Pointer, at: tuple[float, float]) -> bool:
    """Press the thing itself, and once more where that took it up."""
    effects = script("effects")
    await hand.frame.run(effects, "start")
    try:
        for _ in range(PRESSES):
            await context.tab.mouse.click(*at)
            told = await hand.frame.run(effects, "read", ANSWER)
            if told["strong"] + told["slight"]:
                await context.tab.mouse.click(*at)
                return True
    finally:
        await hand.frame.run(effects, "stop")
    return False
