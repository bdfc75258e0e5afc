"""Change fields with keys, as a learner does, observe what happens, and change them back."""

from __future__ import annotations

from typing import Literal

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.pointer import Pointer
from a11ycheck.behaviour.script_types import ChangeableField
from a11ycheck.behaviour.types import FieldChange
from a11ycheck.browser.frames import ScriptError


async def change(context: BehaviourContext) -> Observation:
    """Return a row for each field that could be changed (`FieldChange` in types.py)."""
    rows: dict[str, list[FieldChange]] = {}
    field: ChangeableField
    for frame in context.root.walk():
        try:
            pointer = Pointer(context.frames, frame)
            for field in await pointer.call("fields.changeableFields", context.is_package):
                if not context.left:
                    return Observation(rows, "time")
                if change := await _change(context, pointer, field):
                    rows.setdefault(frame.id, []).append(change)
        except (ScriptError, PlaywrightError):
            continue  # a frame that went away has no fields
    return Observation(rows)


async def _change(context: BehaviourContext, pointer: Pointer, field: ChangeableField) -> FieldChange | None:
    """Return the row of one field, or None when it could not be changed."""
    state = await pointer.call("fields.focusField", field["mark"])
    if state is None:
        return None
    keyboard, kind = context.tab.keyboard, field["kind"]
    key, key_back = {
        "select": ("ArrowUp", "ArrowDown") if state["last"] else ("ArrowDown", "ArrowUp"),
        "text": (state["full"], "Backspace"),
    }.get(kind, ("Space", "Space"))
    since = len(context.guard.refused) if context.guard else 0
    await keyboard.press(key)
    change = await pointer.call("fields.readFieldChange")
    refused = context.guard.refused[since:] if context.guard else []
    effect: Literal["document", "window", "focus", ""] = "focus" if change["where"] is not None else ""
    if any(request.window for request in refused):
        effect = "window"
    elif any(request.replaces for request in refused):
        effect = "document"
    if change["where"] is None and kind != "radio":
        await keyboard.press(key_back)
        await pointer.call("changes.settle", 40, 200)
    await pointer.call("fields.restoreField")
    return {
        **field,
        "changed": change["changed"],
        "effect": effect,
        "to": change["to"],
        "where": change["where"],
        "type": change["type"],
    }
