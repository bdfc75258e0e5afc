"""Let twenty-one minutes pass on a fake clock: does the screen end, lock or go away meanwhile?

The clock has to be there before the page: the page is opened once more, in a tab beside the screen that is judged.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal, TypedDict

from playwright.async_api import Dialog, Request
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.types import SessionEnd
from a11ycheck.browser.frames import Frame, Frames
from a11ycheck.browser.guard import Guard
from a11ycheck.inpage import script

MINUTES = 21
"""Just over the twenty minutes after which many a server ends a session."""
STEP = 15
"""Seconds between two looks: WCAG gives people twenty to react to a warning."""
LOAD = 12
"""Seconds that the page has to load once more."""


class _PageTime(TypedDict):
    """What a page says about its time; see timeout/state.js."""

    over: str
    more: bool
    fields: int
    asks: bool


class _PageEnd(TypedDict):
    what: Literal["leaves", "reloads", "says", "locks"]
    text: str


class _TimedEnd(_PageEnd):
    minutes: int
    asks: bool


@dataclass
class _TabEvents:
    """What happened to the tab itself: where it was sent, and (type, message) of its dialogs."""

    # No slots: Playwright stores its wrapper of a listener on the object that the listener belongs to.

    tab: Tab
    destinations: list[str] = field(default_factory=list)
    dialogs: list[tuple[str, str]] = field(default_factory=list)

    def note_request(self, request: Request) -> None:
        with suppress(PlaywrightError):
            if request.is_navigation_request() and request.frame == self.tab.main_frame:
                self.destinations.append(request.url)

    async def note_dialog(self, dialog: Dialog) -> None:
        self.dialogs.append((dialog.type, dialog.message[:200]))
        with suppress(PlaywrightError):
            await dialog.dismiss()


async def timeout(context: BehaviourContext) -> Observation:
    """Return at most one row (`SessionEnd` in types.py)."""
    url = context.root.url
    if not url.startswith(("http://", "https://")):
        return Observation()
    tab = await context.tab.context.new_page()
    guard = Guard(tab)
    try:
        async with asyncio.timeout(context.left):
            await guard.start()
            end = await _let_time_pass(tab, url, guard)
            mark = await context.root.run(script("behaviour/mark_body"))
    except TimeoutError:
        return Observation(bounded="time")
    finally:
        with suppress(PlaywrightError):
            await guard.leave_page()
            await tab.close()
    if not end:
        return Observation()
    row: SessionEnd = {
        "mark": mark,
        "what": end["what"],
        "text": end["text"],
        "minutes": end["minutes"],
        "asks": end["asks"],
    }
    return Observation({context.root.id: [row]})


async def _let_time_pass(tab: Tab, url: str, guard: Guard) -> _TimedEnd | None:
    """Return how the page ended, or None when it did not, or gives people more time."""
    events = _TabEvents(tab)
    tab.on("dialog", events.note_dialog)
    # Playwright's own clock would also stop the tab that is being judged.
    await tab.add_init_script(f"({script('behaviour/timeout/clock')})()")
    guard.expected_address = url
    await tab.goto(url, wait_until="load", timeout=LOAD * 1000)
    guard.expected_address = ""
    await asyncio.sleep(0.5)
    frames = Frames(tab, await tab.context.new_cdp_session(tab))
    root = await frames.read()
    first = await _state(root)
    if first["more"]:
        return None  # people can get more time from the beginning
    events.dialogs.clear()
    tab.on("request", events.note_request)
    for seconds in range(STEP, MINUTES * 60 + 1, STEP):
        for frame in tab.frames:
            with suppress(PlaywrightError):  # a frame that went away meanwhile
                await frame.evaluate(script("behaviour/timeout/pass"), STEP * 1000)
        now = await _state(root)
        asked = any(kind in ("confirm", "prompt") for kind, _ in events.dialogs)
        if asked or now["more"]:
            return None  # a warning came first, and people can respond to it
        if end := _end(events, url, first, now):
            return {**end, "minutes": max(1, round(seconds / 60)), "asks": first["asks"]}
    return None


def _end(events: _TabEvents, url: str, first: _PageTime, now: _PageTime) -> _PageEnd | None:
    """Return how the page has ended, if it has."""
    if events.destinations:
        same = events.destinations[0].partition("#")[0] == url.partition("#")[0]
        return {"what": "reloads" if same else "leaves", "text": ""}
    if now["over"] and not first["over"]:
        return {"what": "says", "text": now["over"]}
    if now["fields"] == 0 and first["fields"] > 1:
        return {"what": "locks", "text": ""}
    return None


async def _state(root: Frame) -> _PageTime:
    """Return the state of all frames together; see timeout/state.js."""
    whole: _PageTime = {"over": "", "more": False, "fields": 0, "asks": False}
    for frame in root.walk():
        state: _PageTime | None = await frame.run_or_none(script("behaviour/timeout/state"))
        if state is None:
            continue  # a frame that went away meanwhile
        whole = {
            "over": whole["over"] or state["over"],
            "more": whole["more"] or state["more"],
            "fields": whole["fields"] + state["fields"],
            "asks": whole["asks"] or state["asks"],
        }
    return whole
