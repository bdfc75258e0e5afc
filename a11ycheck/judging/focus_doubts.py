"""Decide what axe leaves open about focus in hidden parts: whether a script moves it on.

Dialogs often end in a hidden element that catches the focus and sends it back to the beginning. axe sees that element
and cannot tell. Where nothing listens for focus, nothing moves it on.
"""

from __future__ import annotations

from dataclasses import replace

from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.event_listeners import listener_types
from a11ycheck.browser.frames import Frame
from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.inpage import script
from a11ycheck.inpage.shadowing import unshadowed

RULE = "aria-hidden-focus"
MOST = 10
_FOCUS = frozenset({"focus", "focusin", "focusout", "blur", "keydown"})
_GROUP = "a11ycheck-listeners"


async def settle_focus_doubts(root: Frame, judgement: Judgement) -> Judgement:
    """Return axe's judgement in which a doubt about hidden focus is a failure where no script listens for focus."""
    frames = {frame.id: frame for frame in root.walk()}
    hits: list[Hit] = []
    checked = 0
    for hit in judgement.hits:
        frame = frames.get(hit.place[0])
        if hit.rule == RULE and hit.key == "incomplete" and frame and checked < MOST:
            checked += 1
            if await _listens(frame, hit.place[1]) is False:
                hit = replace(hit, key="violation")
        hits.append(hit)
    failed = any(hit.rule == RULE and hit.key == "violation" for hit in hits)
    outcomes = {**judgement.outcomes, RULE: "failure"} if failed else judgement.outcomes
    return Judgement(tuple(hits), outcomes, judgement.untested)


async def _listens(frame: Frame, parts: tuple[str, ...]) -> bool | None:
    """Return whether the element, its descendants or its ancestors listen for focus or keys; None when unknown."""
    try:
        called = await frame.session.send(
            "Runtime.callFunctionOn",
            {
                "functionDeclaration": unshadowed(script("judging/ancestors_and_stops")),
                "executionContextId": frame.world,
                "arguments": [{"value": part} for part in parts],
                "objectGroup": _GROUP,
            },
        )
        rows = await frame.session.send(
            "Runtime.getProperties", {"objectId": called["result"]["objectId"], "ownProperties": True}
        )
        for row in rows["result"]:
            if row["name"].isdigit() and await listener_types(frame, row["value"]["objectId"]) & _FOCUS:
                return True
        await frame.session.send("Runtime.releaseObjectGroup", {"objectGroup": _GROUP})
    except (PlaywrightError, KeyError):
        return None
    return False
