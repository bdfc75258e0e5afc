"""Single keys that do something although nothing has the focus."""

from __future__ import annotations

import asyncio
from typing import Any

from a11ycheck.behaviour.effects import Effects
from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.browser.frames import Frame
from a11ycheck.inpage import script

KEYS = "abcdefghijklmnopqrstuvwxyz0123456789+-*/.,;?[]=!<>"
AT_ONCE = 10


async def shortcuts(context: BehaviourContext, effects: Effects, frame: Frame) -> dict[str, Any] | None:
    """A row for a frame that listens for keys when single ones have an effect there, twice over; None when none has.

    `keys` are those; `controls` how many things there are with which one might switch them off.
    """
    # Keys go to the frame in which a person works.
    await frame.run("() => { if (!document.hasFocus()) window.focus() }")
    nothing = "() => document.hasFocus() && (!document.activeElement || document.activeElement === document.body)"
    if not await frame.run(nothing):
        return None
    found: list[str] = []
    for start in range(0, len(KEYS), AT_ONCE):
        group = KEYS[start : start + AT_ONCE]
        await effects.reset(picture=True)
        await asyncio.gather(*(context.tab.keyboard.press(key) for key in group))
        if not await effects.happened(60):
            continue
        for key in group:
            if context.left < 1 or len(found) >= 5 or not await frame.run(nothing):
                break
            if await _twice(context, effects, key):
                found.append(key)
        if found or context.left < 1:
            break
    if not found:
        return None
    mark = await frame.run("() => globalThis.a11ycheckMark(document.body)")
    return {"kind": "shortcut", "mark": mark, "keys": " ".join(found), "controls": await frame.run(script("switches"))}


async def _twice(context: BehaviourContext, effects: Effects, key: str) -> bool:
    """Once may be chance, or what moves by itself."""
    for _ in range(2):
        await effects.reset(picture=True)
        await context.tab.keyboard.press(key)
        if not await effects.happened(60):
            return False
    await effects.reset()
    return not await effects.happened(60)
