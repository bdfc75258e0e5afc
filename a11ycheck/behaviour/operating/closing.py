"""Bring a screen back after a control was pressed on it."""

from __future__ import annotations

from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.pointer import Pointer
from a11ycheck.behaviour.script_types import ControlToPress, OpenedInEditor
from a11ycheck.behaviour.types import Press


async def close(context: BehaviourContext, pointer: Pointer, mark: int, kind: str, row: Press | OpenedInEditor) -> bool:
    """Close what a control opened, and return whether nothing is in the way any more.

    `mark` and `kind` are those of the control. Try Escape, then a control inside that closes it, or press the control
    again. `row` is what `readChanges` returned after the press; its "folds" is set here.
    """
    if not await pointer.call("changes.isOpen"):
        return True
    if kind not in ("tab", "details", "carousel"):
        await pointer.call("dialogs.focusWindow")
        await context.tab.keyboard.press("Escape")
        if not await _is_still_open(pointer):
            return True
    if kind in ("tab", "dialog") or row["dialog"] or not row["kept"]:
        closer = await pointer.call("dialogs.findCloser", mark, kind, context.is_package)
        if closer >= 0:
            await pointer.click(closer)
        return kind == "tab" or not await _is_still_open(pointer)
    if kind == "carousel":
        return True
    if any(message["words"] or message["classy"] for message in row["messages"]):
        return True  # a message disappears by itself, and pressing again would only show it again
    await pointer.click(mark)
    row["folds"] = not await _is_still_open(pointer) and await pointer.call("changes.isAsRemembered")
    # What stays open beside the rest is in nobody's way: the next press begins from there.
    return True


async def press_again(pointer: Pointer, control: ControlToPress) -> bool:
    """Press again after another view came in the same document, and return whether the control is where it was."""
    await pointer.click(control["mark"])
    await pointer.call("changes.settle", 80, 700)
    after = await pointer.call("changes.readChanges", False)
    return bool(after["kept"]) and not after["moved"]


async def _is_still_open(pointer: Pointer) -> bool:
    await pointer.call("changes.settle", 80, 700)
    return bool(await pointer.call("changes.isOpen"))
