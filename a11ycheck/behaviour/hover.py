"""Glides with the mouse over what may show something, and looks whether that can be reached and put away."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.pointer import AWAY, Pointer, hands
from a11ycheck.browser.frames import ScriptError

STEPS = 12
"""Places on the way from a control to what it showed: a hand does not jump."""


async def hover(context: BehaviourContext) -> Observation:
    """Rows of places that showed something: `mark`, `name`, `text` (how what came begins), `reached` (it is still there
    when the mouse is on it), `escapes` (Escape puts it away while the mouse stays)).
    """
    rows: dict[str, list[dict[str, Any]]] = {}
    mouse = context.tab.mouse
    for frame in context.root.walk():
        try:
            hand = await hands(context.frames, frame)
            await mouse.move(*AWAY)
            for place in await hand.ask("hoverable"):
                if not context.left:
                    return Observation(rows, "time")
                if seen := await _hover(context, hand, place):
                    rows.setdefault(frame.id, []).append({**place, **seen})
                await mouse.move(*AWAY)
                await hand.ask("rest", 60, 500)
        except (ScriptError, PlaywrightError):
            continue  # a frame that went away shows nothing
    return Observation(rows)


async def _hover(context: BehaviourContext, hand: Pointer, place: dict[str, Any]) -> dict[str, Any] | None:
    """What comes when the mouse is on one place; None when nothing does."""
    mouse, mark = context.tab.mouse, place["mark"]
    await hand.ask("before", mark)
    at = await hand.point(mark)
    if not at:
        return None
    await hand.ask("before", mark)  # once more: to come here may have scrolled
    await mouse.move(*at, steps=2)
    await hand.ask("rest", 250, 1200)
    shown = await hand.ask("shown", mark)
    if not shown:
        return None
    for x, y in shown.pop("way"):
        await mouse.move(at[0] + x, at[1] + y, steps=STEPS)
    await hand.ask("rest", 250, 900)
    reached = bool(await hand.ask("open"))
    if not reached:
        await mouse.move(*AWAY)
        await hand.ask("rest", 60, 400)
    await mouse.move(*at, steps=2)
    await hand.ask("rest", 150, 700)
    await hand.ask("listen")
    await context.tab.keyboard.press("Escape")
    await hand.ask("rest", 100, 500)
    return {**shown, "reached": reached, "escapes": bool(await hand.ask("folded_up"))}
