"""Sends a form where the user allows it (a test account), empty and then with what cannot be right: how is it told?"""

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

    Where the form came back, and has fields that want a known form of words (an e-mail address, a date), it is sent
    once more with a single sign in those: `wrong` are they (`name`, `hint` beside it), `answered` what was told then.
    """
    if ground.guard is None or ground.renew is None:
        return Observed()
    hand = await hands(ground.frames, ground.root)
    forms: list[dict[str, Any]] = await hand.ask("forms")
    if not forms:
        return Observed()
    row = {**forms[0], "wrong": [], "answered": None}
    told = await _press(ground, row)
    if told is None:
        return Observed()
    row |= told
    if row["told"] and ground.left > ANSWER / 1000:
        hand = await hands(ground.frames, ground.root)
        wrong = await hand.ask("misfill", row["mark"])
        button = await hand.ask("sends", row["mark"]) if wrong else None
        if button is not None:
            again = await _press(ground, {**row, "button": button})
            row |= {"wrong": wrong, "answered": again and again["told"], "mark": again["mark"] if again else None}
    return Observed({ground.root.id: [row]}, disturbed=True)


async def _press(ground: Ground, form: dict[str, Any]) -> dict[str, Any] | None:
    """What came of sending the form, once; None when its button cannot be pressed."""
    guard = ground.guard
    assert guard  # noqa: S101 - asked before
    hand = await hands(ground.frames, ground.root)
    await hand.ask("before", form["button"])
    guard.form = (form["method"], form["address"].partition("#")[0].partition("?")[0])
    since = len(guard.refused)
    try:
        if not await hand.click(form["button"]):
            return None
        told = await _told(ground, form)
    finally:
        sent = guard.form is None
        guard.form = None
    return {"sent": sent, "refused": len(guard.refused) > since, **told}


async def _told(ground: Ground, form: dict[str, Any]) -> dict[str, Any]:
    """What the form says, in this document or in the one that came of it."""
    try:
        hand = await hands(ground.frames, ground.root)
        told = await hand.ask("told", form["mark"], False)
        if told is not None:
            return {"mark": form["mark"], "told": told, "anew": False}
    except (ScriptError, PlaywrightError):
        pass  # it is being replaced: that is what sending may do
    await ground.tab.wait_for_load_state("load", timeout=ANSWER)
    assert ground.renew  # noqa: S101 - asked before
    await ground.renew()
    hand = await hands(ground.frames, ground.root)
    mark = await hand.ask("again", form["key"])
    told = await hand.ask("told", mark, True) if mark >= 0 else None
    return {"mark": mark if mark >= 0 else None, "told": told, "anew": True}
