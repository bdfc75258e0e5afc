"""Look at the focus in a dialog that was opened: does it go in, stay, and come back when the dialog closes?"""

from __future__ import annotations

from typing import Any, Literal

from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.pointer import Pointer
from a11ycheck.behaviour.script_types import ControlToPress, OpenedDialog
from a11ycheck.behaviour.types import DialogFocus

MOST = 15
"""Stops of one walk through a dialog."""

_Enters = Literal["in", "tab", "out", "nowhere"]


async def look_at_dialog_focus(
    context: BehaviourContext, pointer: Pointer, control: ControlToPress, dialog: OpenedDialog
) -> DialogFocus:
    """Return what the focus does in this dialog, and close the dialog."""
    mark = dialog["mark"]
    enters, focus = await _enter(context, pointer, mark)
    facts: DialogFocus = {
        "enters": enters,
        "leaves": "",
        "hidden": False,
        "behind": None,
        "escapes": False,
        "closed": False,
        "returns": "",
    }
    inside = enters in ("in", "tab")
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
    await _close(context, pointer, control, facts)
    if facts["closed"]:
        facts["returns"] = await _focus_after_closing(context, pointer, control)
    return facts


async def _enter(context: BehaviourContext, pointer: Pointer, mark: int) -> tuple[_Enters, dict[str, Any]]:
    """Return how the focus gets into the dialog ("in", "tab", "out", "nowhere"), and where it is now."""
    focus = await pointer.call("dialogs.focusFromDialog", mark)
    if focus["where"] != "in":
        await pointer.call("changes.settle", 100, 500)
        focus = await pointer.call("dialogs.focusFromDialog", mark)
    enters: _Enters = focus["where"]
    if focus["where"] != "in":
        await context.tab.keyboard.press("Tab")
        focus = await pointer.call("dialogs.focusFromDialog", mark)
        if focus["where"] == "in":
            enters = "tab"
    return enters, focus


async def _close(context: BehaviourContext, pointer: Pointer, control: ControlToPress, facts: DialogFocus) -> None:
    """Close the dialog with Escape, else with a control inside it, and note in `facts` what did."""
    await pointer.call("dialogs.focusWindow")
    await context.tab.keyboard.press("Escape")
    await pointer.call("changes.settle", 80, 600)
    facts["escapes"] = facts["closed"] = not await pointer.call("changes.isOpen")
    if facts["escapes"]:
        return
    closer = await pointer.call("dialogs.findCloser", control["mark"], "dialog", context.is_package)
    facts["closer"] = closer >= 0
    if closer >= 0:
        await pointer.click(closer)
        await pointer.call("changes.settle", 80, 600)
        facts["closed"] = not await pointer.call("changes.isOpen")


async def _focus_after_closing(context: BehaviourContext, pointer: Pointer, control: ControlToPress) -> str:
    place = str(await pointer.call("dialogs.focusFromControl", control["mark"]))
    if place != "nowhere":
        return place
    # The browser goes on from where the focus was last, which may well be beside the control.
    await context.tab.keyboard.press("Tab")
    return "near" if await pointer.call("dialogs.isFocusNear", control["mark"]) else "nowhere"
