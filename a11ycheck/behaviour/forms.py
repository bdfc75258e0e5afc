"""Send a form empty, once, where the user allows it (a test account), and read how it reports what is wrong."""

from __future__ import annotations

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.pointer import Pointer
from a11ycheck.behaviour.script_types import SendableForm
from a11ycheck.behaviour.types import FormErrors, SentForm
from a11ycheck.browser.frames import ScriptError

ANSWER = 5000
"""Milliseconds that a server has to answer."""


async def send(context: BehaviourContext) -> Observation:
    """Return a row about the first form of the screen that can be sent (`SentForm` in types.py)."""
    pointer = Pointer(context.frames, context.root)
    forms: list[SendableForm] = await pointer.call("forms.sendableForms")
    row = await send_form(context, forms[0]) if forms else None
    return Observation({context.root.id: [row]}, disturbed=True) if row else Observation()


async def send_form(context: BehaviourContext, form: SendableForm) -> SentForm | None:
    """Send a form once, and return the row about it.

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
        mark, told, anew = await _read_errors(context, form)
    finally:
        sent = guard.allowed_form is None
        guard.allowed_form = None
    refused = len(guard.refused) > since
    row: SentForm = {
        "mark": form["mark"],
        "button": form["button"],
        "name": form["name"],
        "method": form["method"],
        "address": form["address"],
        "asked": form["asked"],
        "key": form["key"],
        "sent": sent,
        "refused": refused,
        "told": told,
        "anew": anew,
    }
    row["mark"] = mark  # type: ignore[typeddict-item]  # None: the form is in no document any more
    return row


async def _read_errors(context: BehaviourContext, form: SendableForm) -> tuple[int | None, FormErrors | None, bool]:
    """Return the mark of the form, what it says, and whether that is in a document that replaced this one."""
    try:
        pointer = Pointer(context.frames, context.root)
        told = await pointer.call("forms.readErrors", form["mark"], False)
        if told is not None:
            return form["mark"], told, False
    except (ScriptError, PlaywrightError):
        pass  # the document is being replaced, as sending may do
    await context.tab.wait_for_load_state("load", timeout=ANSWER)
    await context.read_new_document()
    pointer = Pointer(context.frames, context.root)
    mark = await pointer.call("forms.findForm", form["key"])
    told = await pointer.call("forms.readErrors", mark, True) if mark >= 0 else None
    return mark if mark >= 0 else None, told, True
