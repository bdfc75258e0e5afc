"""Signing in by hand: a person signs in once in a window, and the browser's state after that is kept."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import threading
from collections.abc import Callable, Mapping

from playwright.async_api import Browser, BrowserContext, Playwright, StorageState, async_playwright
from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.chromium import Chromium, launch_arguments, launch_error, sandbox_possible
from a11ycheck.errors import UsageError
from a11ycheck.isolation.environment import browser_environment

POLL = 0.5
"""Seconds between two looks at the state. A window that is closed can no longer be asked for it."""


def has_screen(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Return whether this computer can show a window."""
    return not platform.startswith("linux") or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


async def sign_in_in_window(
    chromium: Chromium, address: str, confirm: Callable[[], object], *, headless: bool = False
) -> StorageState:
    """Return the browser's state when `confirm` returned, which may block, or the last one before the window closed.

    Raises BrowserError when no window can be opened, UsageError when there is nothing to keep.
    """
    async with async_playwright() as playwright:
        browser = await _launch(playwright, chromium, headless)
        context = await browser.new_context(no_viewport=not headless)
        state = await _last_state(browser, context, address, _call_in_thread(confirm))
    if not state.get("cookies") and not state.get("origins"):
        raise UsageError("login-nothing")
    return state


async def _launch(playwright: Playwright, chromium: Chromium, headless: bool) -> Browser:
    try:
        return await playwright.chromium.launch(
            executable_path=str(chromium.path), args=launch_arguments(), headless=headless,
            chromium_sandbox=sandbox_possible(), env={**browser_environment()},
        )  # fmt: skip
    except PlaywrightError as error:
        raise launch_error(chromium.path, str(error)) from error


def _call_in_thread(confirm: Callable[[], object]) -> asyncio.Event:
    """Call a blocking function in a thread; return what is set when it has returned."""
    done = asyncio.Event()
    loop = asyncio.get_running_loop()

    def wait() -> None:
        confirm()
        with contextlib.suppress(RuntimeError):  # the window was closed, and the event loop is gone
            loop.call_soon_threadsafe(done.set)

    threading.Thread(target=wait, daemon=True).start()
    return done


async def _last_state(browser: Browser, context: BrowserContext, address: str, done: asyncio.Event) -> StorageState:
    """Open an address and return the state when `done` is set, or the last one when the window is closed before."""
    state: StorageState = {}
    tab = await context.new_page()
    try:
        await tab.goto(address, wait_until="commit")
        while context.pages and browser.is_connected():
            state = await context.storage_state()
            if done.is_set():
                break
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), POLL)
    except PlaywrightError:
        pass  # the window was closed between two looks
    return state
