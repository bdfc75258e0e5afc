"""Sends a form empty, once, where the user allows it (a test account), and reads how it tells what is wrong."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.pointer import hands
from a11ycheck.browser.frames import ScriptError

ANSWER = 5000
"""Milliseconds for a server to answer."""


async def send(context: BehaviourContext) -> Observation:
    """A row of the first form of the screen that can be sent: `mark`, `name` of its button, `asked` (how many fields
    must be filled in), and what came of it (see `press`).
    """
    forms: list[dict[str, Any]] = await (await hands(context.frames, context.root)).ask("forms")
    told = await press(context, forms[0]) if forms else None
    return Observation({context.root.id: [{**forms[0], **told}]}, disturbed=True) if told else Observation()


async def press(context: BehaviourContext, form: dict[str, Any]) -> dict[str, Any] | None:
    """What came of sending a form, once: `sent` (it went to the server), `refused` (it wanted to send something else,
    and could not), `told` (see forms.js; None when the form is gone: it was accepted), `anew` (in another document),
    `mark` of the form as it stands then. None when its button cannot be pressed, or nobody may send anything.
    """
    guard = context.guard
    if guard is None or context.renew is None:
        return None
    hand = await hands(context.frames, context.root)
    await hand.ask("before", form["button"])
    guard.form = (form["method"], form["address"].partition("#")[0].partition("?")[0])
    since = len(guard.refused)
    try:
        if not await hand.click(form["button"]):
            return None
        told = await _told(context, form)
    finally:
        sent = guard.form is None
        guard.form = None
    return {"sent": sent, "refused": len(guard.refused) > since, **told}


async def _told(context: BehaviourContext, form: dict[str, Any]) -> dict[str, Any]:
    """What the form says, in this document or in the one that came of it."""
    try:
        hand = await hands(context.frames, context.root)
        told = await hand.ask("told", form["mark"], False)
        if told is not None:
            return {"mark": form["mark"], "told": told, "anew": False}
    except (ScriptError, PlaywrightError):
        pass  # it is being replaced: that is what sending may do
    await context.tab.wait_for_load_state("load", timeout=ANSWER)
    assert context.renew  # noqa: S101 - asked before
    await context.renew()
    hand = await hands(context.frames, context.root)
    mark = await hand.ask("again", form["key"])
    told = await hand.ask("told", mark, True) if mark >= 0 else None
    return {"mark": mark if mark >= 0 else None, "told": told, "anew": True}
