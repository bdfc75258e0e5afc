"""Ways out of a loop of the Tab key other than Tab: Escape, and the controls inside the loop."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from a11ycheck.behaviour.focus_reading import Sight, origin_of
from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.never_pressed import never

CONTROLS = 6


async def release(context: BehaviourContext, first: Mapping[str, Any]) -> str:
    """What lets the focus out of the loop that begins at row `first`: "escape", the name of a control, "" for nothing.

    The loop must have been met by a walk of this screen.
    """
    sight = Sight(context.root, await origin_of(context.frames, context.root))
    inside = await _enter(context, sight, first["n"] + len(first["loop"]["names"]) + 3)
    if not inside:
        return ""
    await context.tab.keyboard.press("Escape")
    if await _is_out(context, sight, inside):
        return "escape"
    unsafe = re.compile(never().replace(r"[\p{L}\p{N}]", r"\w"))
    tried: set[tuple[str, int]] = set()
    while len(tried) < CONTROLS and context.left > 1:
        spot = (await sight.look()).spot
        if spot is None or spot.key not in inside:
            return "escape"
        if spot.key in tried:
            return ""
        tried.add(spot.key)
        writes = re.search(r"^<(input|textarea|select)", spot.seen["html"]) and "checkbox" not in spot.seen["html"]
        if not writes and not unsafe.search(f"{spot.seen['name']} {spot.seen['html']}".lower()):
            await context.tab.keyboard.press("Enter")
            await sight.look()
            if await _is_out(context, sight, inside):
                return str(spot.seen["name"])
        else:
            await context.tab.keyboard.press("Tab")
    return ""


async def _enter(context: BehaviourContext, sight: Sight, most: int) -> set[tuple[str, int]]:
    """Walk until the loop was gone through once; its stops."""
    order: list[tuple[str, int]] = []
    for _ in range(most * 2):
        if context.left < 1:
            return set()
        await context.tab.keyboard.press("Tab")
        spot = (await sight.look()).spot
        if spot is None:
            order.clear()
        elif spot.key in order:
            return set(order[order.index(spot.key) :])
        else:
            order.append(spot.key)
    return set()


async def _is_out(context: BehaviourContext, sight: Sight, inside: set[tuple[str, int]]) -> bool:
    for key in ("", "Tab"):
        if key:
            await context.tab.keyboard.press(key)
        spot = (await sight.look()).spot
        if spot is None or spot.key not in inside:
            return True
    return False
