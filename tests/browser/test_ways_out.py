"""Nothing that a page tries during a trial changes anything: each way out of the table, in both browsers."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.async_api import Error, Page, async_playwright

from a11ycheck.browser.chromium import find, sandbox_possible
from a11ycheck.browser.unseen_requests import UnseenRequests
from a11ycheck.scan.session import Log, SessionSetup
from a11ycheck.scan.sessions.site import SiteSession
from tests.browser.way_listener import WayListener
from tests.browser.ways_out import HELPERS, WAYS
from tests.shared_browser import open_browser, run

pytestmark = [pytest.mark.browser, pytest.mark.early]

BROWSERS = [name for name in ("chromium-headless-shell", "chromium", "google-chrome") if shutil.which(name)] or [""]
QUIET = 1.0
"""Seconds without anything new after which nothing more is expected."""
TRIES = 3


async def run_ways(tab: Page, listener: WayListener, part: str) -> None:
    for way in WAYS:
        if body := getattr(way, part):
            call = f"([at, name]) => {{ (async () => {{ {HELPERS} {body} }})().catch(() => {{}}); }}"
            try:
                await tab.evaluate(call, [listener.places, way.name])
            except Error:
                continue  # this browser does not know it
    await listener.wait_for_silence(QUIET)


def set_up() -> SessionSetup:
    """Return what a session needs that only opens its tab."""
    return SessionSetup("test", None, cast(Any, None), Log(), {}, follow=cast(Any, None), claims=cast(Any, None))


async def under_guard(program: Path) -> WayListener:
    """Try all ways in a session that tries behaviour, and return what was heard since the trial began."""
    async with WayListener() as listener, open_browser(find(str(program))) as browser:
        async with await SiteSession.open(browser, set_up()) as session:
            tab, guard = session._tab.tab, session._tab.guard
            session._tab.opened_address = f"{listener.places['site']}/"
            await tab.goto(session._tab.opened_address)
            await run_ways(tab, listener, "before")
            assert not listener.heard
            await guard.start()
            await run_ways(tab, listener, "during")
            await guard.leave_page()
        await listener.wait_for_silence(QUIET)
    return listener


async def without_guard(program: Path) -> WayListener:
    """Try all ways in a browser as Playwright starts it, where nothing is held back."""
    async with WayListener() as listener, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, chromium_sandbox=sandbox_possible())
        tab = await browser.new_page()
        await tab.goto(f"{listener.places['site']}/")
        await run_ways(tab, listener, "before")
        await run_ways(tab, listener, "during")
        await tab.goto("about:blank")
        await listener.wait_for_silence(QUIET)
        await browser.close()
    return listener


@pytest.mark.parametrize("browser", BROWSERS)
def test_nothing_gets_out_during_a_trial(browser: str) -> None:
    listener = run(under_guard(find(shutil.which(browser)).path))
    assert listener.heard == {}
    assert (listener.datagrams, listener.connections) == (0, 0)


def test_nothing_is_kept_of_a_session_that_is_over() -> None:
    """A browser lives through many sessions, and asks all that it knows about each document."""

    async def opened_and_closed() -> tuple[tuple[int, int], tuple[int, int]]:
        async with open_browser() as browser:
            async with await SiteSession.open(browser, set_up()) as session:
                await session._tab.guard.start()
                unseen = UnseenRequests.of(session._tab.context.browser)
                assert unseen
                meanwhile = len(unseen._watchers), len(unseen._homes)
            return meanwhile, (len(unseen._watchers), len(unseen._homes))

    assert run(opened_and_closed()) == ((1, 1), (0, 0))


def test_each_way_gets_out_without_the_guard() -> None:
    """Else the test above could not fail. What a page sends as it is left does not get out each time."""
    silent = {way.name for way in WAYS if not way.is_mute}
    for _ in range(TRIES):
        listener = run(without_guard(find(shutil.which(BROWSERS[0])).path))
        silent -= listener.heard.keys()
        if not silent:
            break
    assert silent == set()
    assert listener.datagrams > 5
    assert listener.connections > 5
