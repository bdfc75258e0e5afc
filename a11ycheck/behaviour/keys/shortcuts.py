"""Find single keys that do something although nothing has the focus."""

from __future__ import annotations

import asyncio

from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.keys.effects import Effects
from a11ycheck.behaviour.types import SingleKeys
from a11ycheck.browser.frames import Frame
from a11ycheck.inpage import script

KEYS = "abcdefghijklmnopqrstuvwxyz0123456789+-*/.,;?[]=!<>"
AT_ONCE = 10
"""Keys that are pressed together, to find out quickly whether one of them has an effect."""
MOST = 5
"""Keys that are reported."""


async def find_shortcuts(context: BehaviourContext, effects: Effects, frame: Frame) -> SingleKeys | None:
    """Return a row when single keys have an effect in this frame twice over, or None."""
    # Keys go to the frame in which a person works.
    await frame.run(script("page.takeKeys"))
    if not await frame.run(script("page.hasFocusNowhere")):
        return None
    found: list[str] = []
    for start in range(0, len(KEYS), AT_ONCE):
        group = KEYS[start : start + AT_ONCE]
        await effects.reset(picture=True)
        await asyncio.gather(*(context.tab.keyboard.press(key) for key in group))
        if not await effects.happened(60):
            continue
        for key in group:
            if context.left < 1 or len(found) >= MOST or not await frame.run(script("page.hasFocusNowhere")):
                break
            if await _has_effect_twice(context, effects, key):
                found.append(key)
        if found or context.left < 1:
            break
    if not found:
        return None
    mark = await frame.run(script("behaviour/mark_body"))
    controls = await frame.run(script("behaviour/keys/count_controls"))
    return {"kind": "shortcut", "mark": mark, "keys": " ".join(found), "controls": controls}


async def _has_effect_twice(context: BehaviourContext, effects: Effects, key: str) -> bool:
    """Return whether a key has an effect twice, and nothing happens without it: once may be chance."""
    for _ in range(2):
        await effects.reset(picture=True)
        await context.tab.keyboard.press(key)
        if not await effects.happened(60):
            return False
    await effects.reset()
    return not await effects.happened(60)
