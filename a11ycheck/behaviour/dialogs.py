"""A dialog that was opened: whether the focus goes in, stays, and comes back when it is closed."""

from __future__ import annotations

from typing import Any

from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.pointer import Pointer

MOST = 15
"""Stops of one walk through a dialog."""


async def look_at_dialog(
    context: BehaviourContext, hand: Pointer, control: dict[str, Any], dialog: dict[str, Any]
) -> dict[str, Any]:
    """What the focus does: `enters` ("in", "tab" with the first Tab, "out", "nowhere"), `leaves` (how a stop behind
    the dialog begins, "" for none), `hidden` (whether that stop is covered), `escapes`, `closed`, `returns` ("control",
    "other", "near", "nowhere", "gone", "" when it could not be closed)."""
    mark = dialog["mark"]
    keyboard = context.tab.keyboard
    facts: dict[str, Any] = {"leaves": "", "hidden": False, "behind": None, "escapes": False, "closed": False}
    at = await hand.ask("within_dialog", mark)
    if at["where"] != "in":
        await hand.ask("rest", 100, 500)
        at = await hand.ask("within_dialog", mark)
    facts["enters"] = at["where"]
    if at["where"] != "in":
        await keyboard.press("Tab")
        at = await hand.ask("within_dialog", mark)
        if at["where"] == "in":
            facts["enters"] = "tab"
    if dialog["modal"] and facts["enters"] in ("in", "tab"):
        for _ in range(min(MOST, dialog["stops"] + 2)):
            if not context.left:
                break
            await keyboard.press("Tab")
            at = await hand.ask("within_dialog", mark)
            if at["where"] == "out":
                facts |= {"leaves": at["html"], "hidden": at["hidden"], "behind": at["mark"]}
                break
    if facts["enters"] in ("in", "tab") and at["where"] != "in":
        await hand.ask("into", mark)
    await hand.ask("listen")
    await keyboard.press("Escape")
    await hand.ask("rest", 80, 600)
    facts["escapes"] = not await hand.ask("open")
    facts["closed"] = facts["escapes"]
    if not facts["closed"]:
        closer = await hand.ask("closer", control["mark"], "dialog")
        facts["closer"] = closer >= 0
        if closer >= 0:
            await hand.click(closer)
            await hand.ask("rest", 80, 600)
            facts["closed"] = not await hand.ask("open")
    facts["returns"] = await _returns(context, hand, control) if facts["closed"] else ""
    return facts


async def _returns(context: BehaviourContext, hand: Pointer, control: dict[str, Any]) -> str:
    at = str(await hand.ask("has_focus", control["mark"]))
    if at != "nowhere":
        return at
    # A browser goes on from where the focus was last: that may well be beside the control.
    await context.tab.keyboard.press("Tab")
    return "near" if await hand.ask("near", control["mark"]) else "nowhere"
