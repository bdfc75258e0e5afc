"""Sends a form empty, once, where the user allows it (a test account), and reads how it tells what is wrong."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.frames import ScriptError
from a11ycheck.trials.hands import hands
from a11ycheck.trials.interface import Ground, Observed

ANSWER = 5000
"""Milliseconds for a server to answer."""


async def send(ground: Ground) -> Observed:
    """A row of the first form of the screen that can be sent: `mark`, `name` of its button, `asked` (how many fields
    must be filled in), `sent` (it went to the server), `refused` (it wanted to send something else, and could not),
    `told` (see forms.js; None when the form is gone: it was accepted), `anew` (in another document).
    """
    guard, root = ground.guard, ground.root
    if guard is None or ground.renew is None:
        return Observed()
    hand = await hands(ground.frames, root)
    forms: list[dict[str, Any]] = await hand.ask("forms")
    if not forms:
        return Observed()
    form = forms[0]
    await hand.ask("before", form["button"])
    allowed = (form["method"], form["address"].partition("#")[0].partition("?")[0])
    guard.form = allowed
    since = len(guard.refused)
    try:
        if not await hand.click(form["button"]):
            return Observed()
        told = await _told(ground, form)
    finally:
        sent = guard.form is None
        guard.form = None
    return Observed({root.id: [{**form, "sent": sent, "refused": len(guard.refused) > since, **told}]}, disturbed=True)


async def _told(ground: Ground, form: dict[str, Any]) -> dict[str, Any]:
    """What the form says, in this document or in the one that came of it."""
    try:
        hand = await hands(ground.frames, ground.root)
        told = await hand.ask("told", form["mark"], False)
        if told is not None:
            return {"told": told, "anew": False}
    except (ScriptError, PlaywrightError):
        pass  # it is being replaced: that is what sending may do
    await ground.tab.wait_for_load_state("load", timeout=ANSWER)
    assert ground.renew  # noqa: S101 - asked before
    await ground.renew()
    hand = await hands(ground.frames, ground.root)
    mark = await hand.ask("again", form["key"])
    told = await hand.ask("told", mark, True) if mark >= 0 else None
    return {"mark": mark if mark >= 0 else None, "told": told, "anew": True}
