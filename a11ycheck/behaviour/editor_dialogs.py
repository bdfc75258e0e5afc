"""Open the dialogs of an editor, on pages that the user calls one, to see what they ask of an author."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.operating.closing import close
from a11ycheck.behaviour.pointer import Pointer
from a11ycheck.behaviour.script_types import OpenedInEditor
from a11ycheck.browser.frames import ScriptError

SECONDS = 20.0
"""Seconds that all dialogs of a page may take."""
KINDS = ("picture", "table", "video")

EditorDialogs = dict[str, dict[str, Any]]
"""By kind: the `name` of the control that was pressed, and the `fields` and all `names` of what it opened."""


async def open_dialogs(context: BehaviourContext) -> EditorDialogs:
    """Press what inserts a picture, a table or a video, and close what opens. Nothing is filled in or sent.

    A dialog that cannot be closed is the last one that is opened.
    """
    found: EditorDialogs = {}
    for frame in context.root.walk():
        try:
            pointer = Pointer(context.frames, frame)
            await pointer.call("editor.beginWriting")
            if not await _open_all(context, pointer, found):
                break
        except (ScriptError, PlaywrightError):
            continue  # a frame that went away offers nothing
    return found


async def _open_all(context: BehaviourContext, pointer: Pointer, found: EditorDialogs) -> bool:
    """Return whether the page is as it was."""
    controls = await pointer.call("editor.insertControls")
    for control in controls:
        is_new = control["kind"] != "menu" and control["kind"] not in found
        if is_new and not await _open(context, pointer, control, found):
            return False
    for menu in (control for control in controls if control["kind"] == "menu"):
        for kind in KINDS:
            if kind not in found and not await _open_in_menu(context, pointer, menu, kind, found):
                return False
    return True


async def _open(context: BehaviourContext, pointer: Pointer, control: dict[str, Any], found: EditorDialogs) -> bool:
    """Press a control, note what opens, and return whether that could be closed."""
    if not context.left:
        return False
    opened = await _press(pointer, control)
    if not opened["came"]:
        return not opened["moved"]
    found[control["kind"]] = {"name": control["name"], **await pointer.call("editor.requestedFields")}
    if context.judge_state and not control["announced"]:
        await context.judge_state(f"dialog: {control['name']}", pointer.frame)
    return await close(context, pointer, control["mark"], control["kind"], opened)


async def _open_in_menu(
    context: BehaviourContext, pointer: Pointer, menu: dict[str, Any], kind: str, found: EditorDialogs
) -> bool:
    """Do the same with a control of this kind in a menu."""
    if not context.left:
        return False
    opened = await _press(pointer, menu)
    if not opened["came"]:
        return True
    inside = [control for control in await pointer.call("editor.insertControls") if control["kind"] == kind]
    if inside:
        return await _open(context, pointer, inside[0], found)
    return await close(context, pointer, menu["mark"], menu["kind"], opened)


async def _press(pointer: Pointer, control: dict[str, Any]) -> OpenedInEditor:
    await pointer.call("changes.remember", control["mark"])
    await pointer.click(control["mark"])
    opened: OpenedInEditor = await pointer.call("changes.readChanges", True)
    return opened
