"""Changes fields as a learner does, with keys, looks at what comes of it, and changes them back."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.pointer import Pointer, hands
from a11ycheck.browser.frames import ScriptError


async def change(context: BehaviourContext) -> Observation:
    """Rows of fields: `mark`, `kind` ("select", "radio", "checkbox", "text"), `name`, `told` (the page says before that
    a change does something), `effect` ("document" would have been left, a "window" opened, the "focus" moved, or ""),
    `to` (how what got the focus begins), `type` (its tag)."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for frame in context.root.walk():
        try:
            hand = await hands(context.frames, frame)
            found = await hand.ask("fields")
            for field in found:
                if not context.left:
                    return Observation(rows, "time")
                if seen := await _change(context, hand, field):
                    rows.setdefault(frame.id, []).append({**field, **seen})
        except (ScriptError, PlaywrightError):
            continue  # a frame that went away has no fields for us
    return Observation(rows)


async def _change(context: BehaviourContext, hand: Pointer, field: dict[str, Any]) -> dict[str, Any] | None:
    """What changing one field does; None when it could not be changed."""
    held = await hand.ask("hold", field["mark"])
    if held is None:
        return None
    keyboard, kind = context.tab.keyboard, field["kind"]
    there, back = {
        "select": ("ArrowUp", "ArrowDown") if held["last"] else ("ArrowDown", "ArrowUp"),
        "text": (held["full"], "Backspace"),
    }.get(kind, ("Space", "Space"))
    since = len(context.guard.refused) if context.guard else 0
    await keyboard.press(there)
    came = await hand.ask("came")
    new = context.guard.refused[since:] if context.guard else []
    effect = "window" if any(one.window for one in new) else "document" if any(one.replaces for one in new) else ""
    if came["where"] is None and kind != "radio":
        await keyboard.press(back)
        await hand.ask("rest", 40, 200)
    await hand.ask("restore")
    return {"effect": effect or ("focus" if came["where"] is not None else ""), **came}
