"""Twenty-one minutes pass on a clock of ours: whether the screen ends, locks or leaves meanwhile.

The clock has to be there before the page is: it is opened once more, in a tab beside the screen that is being judged.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Dialog, Request
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.browser.frames import Frame, Frames, ScriptError
from a11ycheck.browser.guard import Guard
from a11ycheck.inpage import script

MINUTES = 21
"""Just over the twenty minutes after which many a server ends a session."""
STEP = 15
"""Seconds between two looks: WCAG gives people twenty to react to a warning."""
LOAD = 12
"""Seconds for the page to load once more."""


@dataclass
class _Heard:
    """What happened to the tab itself: where it was sent, and what its dialogs said."""

    # No slots: Playwright notes its wrapper of a listener on the listener's own object.

    tab: Tab
    left: list[str] = field(default_factory=list)
    said: list[tuple[str, str]] = field(default_factory=list)

    def request(self, request: Request) -> None:
        with suppress(PlaywrightError):
            if request.is_navigation_request() and request.frame == self.tab.main_frame:
                self.left.append(request.url)

    async def dialog(self, dialog: Dialog) -> None:
        self.said.append((dialog.type, dialog.message[:200]))
        with suppress(PlaywrightError):
            await dialog.dismiss()


async def timeout(context: BehaviourContext) -> Observation:
    """At most one row: `what` ("leaves", "reloads", "says", "locks"), `minutes`, `text`, `asks` (a form or a quiz)."""
    url = context.root.url
    if not url.startswith(("http://", "https://")):
        return Observation()
    tab = await context.tab.context.new_page()
    guard = Guard(tab)
    try:
        async with asyncio.timeout(context.left):
            await guard.start()
            seen = await _pass(tab, url, guard)
            mark = await context.root.run("() => globalThis.a11ycheckMark(document.body ?? document.documentElement)")
    except TimeoutError:
        return Observation(bounded="time")
    finally:
        with suppress(PlaywrightError):
            await guard.leave()
            await tab.close()
    return Observation({context.root.id: [{"mark": mark, **seen}]} if seen else {})


async def _pass(tab: Tab, url: str, guard: Guard) -> dict[str, Any] | None:
    heard = _Heard(tab)
    tab.on("dialog", heard.dialog)
    await tab.add_init_script(script("clock"))  # Playwright's own clock would also stop the tab that is being judged
    guard.letting = url
    await tab.goto(url, wait_until="load", timeout=LOAD * 1000)
    guard.letting = ""
    await asyncio.sleep(0.5)
    frames = Frames(tab, await tab.context.new_cdp_session(tab))
    root = await frames.read()
    first = await _state(root)
    if first["more"]:
        return None  # more time can be had from the beginning
    heard.said.clear()
    tab.on("request", heard.request)
    for seconds in range(STEP, MINUTES * 60 + 1, STEP):
        for frame in tab.frames:
            with suppress(PlaywrightError):  # a frame that left meanwhile
                await frame.evaluate("ms => globalThis.a11ycheckClock?.(ms)", STEP * 1000)
        now = await _state(root)
        asked = any(kind in ("confirm", "prompt") for kind, _ in heard.said)
        if asked or now["more"]:
            return None  # a warning that can be answered came first
        row = {"minutes": max(1, round(seconds / 60)), "asks": first["asks"]}
        if heard.left:
            same = heard.left[0].partition("#")[0] == url.partition("#")[0]
            return {"what": "reloads" if same else "leaves", "text": "", **row}
        if now["over"] and not first["over"]:
            return {"what": "says", "text": now["over"], **row}
        if now["fields"] == 0 and first["fields"] > 1:
            return {"what": "locks", "text": "", **row}
    return None


async def _state(root: Frame) -> dict[str, Any]:
    """The states of all frames as one."""
    whole = {"over": "", "more": False, "fields": 0, "asks": False}
    for frame in root.walk():
        try:
            one = await frame.run(script("time_state"))
        except ScriptError:
            continue  # a frame that left meanwhile
        whole = {
            "over": whole["over"] or one["over"],
            "more": whole["more"] or one["more"],
            "fields": whole["fields"] + one["fields"],
            "asks": whole["asks"] or one["asks"],
        }
    return whole
