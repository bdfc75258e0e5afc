"""Look at the focus in a dialog that was opened: does it go in, stay, and come back when the dialog closes?"""

from __future__ import annotations

from typing import Any

from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.pointer import Pointer

MOST = 15
"""Stops of one walk through a dialog."""


async def look_at_dialog_focus(
    context: BehaviourContext, pointer: Pointer, control: dict[str, Any], dialog: dict[str, Any]
) -> dict[str, Any]:
    """Return what the focus does in this dialog (`DialogFocus` in types.py), and close the dialog."""
    mark = dialog["mark"]
    facts: dict[str, Any] = {"leaves": "", "hidden": False, "behind": None, "escapes": False, "closed": False}
    facts["enters"], focus = await _enter(context, pointer, mark)
    inside = facts["enters"] in ("in", "tab")
    if dialog["modal"] and inside:
        for _ in range(min(MOST, dialog["stops"] + 2)):
            if not context.left:
                break
            await context.tab.keyboard.press("Tab")
            focus = await pointer.call("dialogs.focusFromDialog", mark)
            if focus["where"] == "out":
                facts |= {"leaves": focus["html"], "hidden": focus["hidden"], "behind": {"mark": focus["mark"]}}
                break
    if inside and focus["where"] != "in":
        await pointer.call("dialogs.focusInside", mark)
    facts |= await _close(context, pointer, control)
    facts["returns"] = await _focus_after_closing(context, pointer, control) if facts["closed"] else ""
    return facts


async def _enter(context: BehaviourContext, pointer: Pointer, mark: int) -> tuple[str, dict[str, Any]]:
    """Return how the focus gets into the dialog ("in", "tab", "out", "nowhere"), and where it is now."""
    focus = await pointer.call("dialogs.focusFromDialog", mark)
    if focus["where"] != "in":
        await pointer.call("changes.settle", 100, 500)
        focus = await pointer.call("dialogs.focusFromDialog", mark)
    enters = focus["where"]
    if focus["where"] != "in":
        await context.tab.keyboard.press("Tab")
        focus = await pointer.call("dialogs.focusFromDialog", mark)
        if focus["where"] == "in":
            enters = "tab"
    return enters, focus


async def _close(context: BehaviourContext, pointer: Pointer, control: dict[str, Any]) -> dict[str, Any]:
    """Close the dialog with Escape, else with a control inside it."""
    await pointer.call("dialogs.focusWindow")
    await context.tab.keyboard.press("Escape")
    await pointer.call("changes.settle", 80, 600)
    escapes = not await pointer.call("changes.isOpen")
    if escapes:
        return {"escapes": True, "closed": True}
    closer = await pointer.call("dialogs.findCloser", control["mark"], "dialog")
    closed = False
    if closer >= 0:
        await pointer.click(closer)
        await pointer.call("changes.settle", 80, 600)
        closed = not await pointer.call("changes.isOpen")
    return {"escapes": False, "closer": closer >= 0, "closed": closed}


async def _focus_after_closing(context: BehaviourContext, pointer: Pointer, control: dict[str, Any]) -> str:
    place = str(await pointer.call("dialogs.focusFromControl", control["mark"]))
    if place != "nowhere":
        return place
    # The browser goes on from where the focus was last, which may well be beside the control.
    await context.tab.keyboard.press("Tab")
    return "near" if await pointer.call("dialogs.isFocusNear", control["mark"]) else "nowhere"
