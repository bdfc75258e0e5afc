"""Drags what can be dragged and puts it back, and then tries to do without: with a single press."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.frames import ScriptError
from a11ycheck.inpage import script
from a11ycheck.trials.hands import AWAY, Hands, hands
from a11ycheck.trials.interface import Ground, Observed

FAR = 60
"""Pixels that a thing is dragged to the side, and back."""
FOLLOWS = 20
"""Pixels that it must have come along to be called dragged."""
ANSWER = 150
"""Milliseconds after a press in which something must change."""

PRESSES = 2
"""A page may hold what was dragged last for taken up: the first press then lays it down."""


async def drag(ground: Ground) -> Observed:
    """Rows of things that can be dragged, one of each group: `mark`, `name`, `n` in the group, `slider`, `beside`
    (other controls that may do the same), `pressed` (a press without dragging changes something).
    """
    rows: dict[str, list[dict[str, Any]]] = {}
    for frame in ground.root.walk():
        try:
            hand = await hands(ground.frames, frame)
            for thing in await hand.ask("draggables"):
                if ground.left < 2:
                    return Observed(rows, "time")
                if await _drags(ground, hand, thing["mark"]):
                    rows.setdefault(frame.id, []).append({**thing, "pressed": await _press(ground, hand, thing)})
        except (ScriptError, PlaywrightError):
            continue  # a frame that went away has nothing to drag
    return Observed(rows)


async def _drags(ground: Ground, hand: Hands, mark: int) -> bool:
    """Whether it comes along with the mouse. It is put down where it was."""
    mouse = ground.tab.mouse
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


async def _press(ground: Ground, hand: Hands, thing: dict[str, Any]) -> bool:
    """Whether a press alone does something: on the thing, or for a slider on its track."""
    await ground.tab.mouse.move(*AWAY)
    await hand.ask("rest", 60, 400)
    at = await hand.point(thing["mark"])
    if not at:
        return True  # it can no longer be hit: nothing is known
    if thing["slider"]:
        return await _press_track(ground, hand, thing["mark"], at)
    return await _press_thing(ground, hand, at)


async def _press_track(ground: Ground, hand: Hands, mark: int, at: tuple[float, float]) -> bool:
    """Press beside the thumb, and where that did something, where it was."""
    aside = await hand.ask("track", mark)
    if aside is None:
        return True
    before = await hand.ask("place", mark)
    await ground.tab.mouse.click(at[0] + aside, at[1])
    await hand.ask("rest", ANSWER, 500)
    now = await hand.ask("place", mark)
    changed = bool(now["value"] != before["value"] or abs(now["left"] - before["left"]) > FOLLOWS / 4)
    if changed:
        await ground.tab.mouse.click(*at)
    return changed


async def _press_thing(ground: Ground, hand: Hands, at: tuple[float, float]) -> bool:
    """Press the thing itself, and once more where that took it up."""
    effects = script("effects")
    await hand.frame.run(effects, "start")
    try:
        for _ in range(PRESSES):
            await ground.tab.mouse.click(*at)
            told = await hand.frame.run(effects, "read", ANSWER)
            if told["strong"] + told["slight"]:
                await ground.tab.mouse.click(*at)
                return True
    finally:
        await hand.frame.run(effects, "stop")
    return False
