"""Send a form empty, once, where the user allows it (a test account), and read how it reports what is wrong."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.pointer import Pointer
from a11ycheck.browser.frames import ScriptError

ANSWER = 5000
"""Milliseconds that a server has to answer."""


async def send(context: BehaviourContext) -> Observation:
    """Return a row about the first form of the screen that can be sent (`SentForm` in types.py)."""
    pointer = Pointer(context.frames, context.root)
    forms: list[dict[str, Any]] = await pointer.call("forms.sendableForms")
    result = await send_form(context, forms[0]) if forms else None
    return Observation({context.root.id: [{**forms[0], **result}]}, disturbed=True) if result else Observation()


async def send_form(context: BehaviourContext, form: dict[str, Any]) -> dict[str, Any] | None:
    """Send a form once, and return what happened (`sent`, `refused`, `told`, `anew` and `mark` of `SentForm`).

    Return None when its button cannot be pressed, or nothing may be sent.
    """
    guard = context.guard
    if guard is None or context.renew is None:
        return None
    pointer = Pointer(context.frames, context.root)
    await pointer.call("changes.remember", form["button"])
    guard.allowed_form = (form["method"], form["address"].partition("#")[0].partition("?")[0])
    since = len(guard.refused)
    try:
        if not await pointer.click(form["button"]):
            return None
        errors = await _read_errors(context, form)
    finally:
        sent = guard.allowed_form is None
        guard.allowed_form = None
    return {"sent": sent, "refused": len(guard.refused) > since, **errors}


async def _read_errors(context: BehaviourContext, form: dict[str, Any]) -> dict[str, Any]:
    """Return what the form says, in this document or in the one that replaced it."""
    try:
        pointer = Pointer(context.frames, context.root)
        told = await pointer.call("forms.readErrors", form["mark"], False)
        if told is not None:
            return {"mark": form["mark"], "told": told, "anew": False}
    except (ScriptError, PlaywrightError):
        pass  # the document is being replaced, as sending may do
    await context.tab.wait_for_load_state("load", timeout=ANSWER)
    await context.read_new_document()
    pointer = Pointer(context.frames, context.root)
    mark = await pointer.call("forms.findForm", form["key"])
    told = await pointer.call("forms.readErrors", mark, True) if mark >= 0 else None
    return {"mark": mark if mark >= 0 else None, "told": told, "anew": True}
