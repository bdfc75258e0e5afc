"""Signing in by hand: a window in which a person signs in, once, and what the browser then knows is kept."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Any

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import async_playwright

from a11ycheck.browser.chromium import Chromium, launch_arguments, launch_error, sandbox_possible
from a11ycheck.errors import UsageError

LOOK = 0.5
"""Seconds between two looks at the state: a window that is closed tells it no more."""


def has_screen(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window can be opened here."""
    return not platform.startswith("linux") or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


async def signed_in(
    chromium: Chromium, address: str, confirmed: Callable[[], object], *, headless: bool = False
) -> Mapping[str, Any]:
    """The browser's state when `confirmed` returned (it may block), or as it last was when the window was closed.

    Raises BrowserError when no window can be opened, UsageError when there is nothing to keep.
    """
    async with async_playwright() as playwright:
        try:
            browser = await playwright.chromium.launch(
                executable_path=str(chromium.path), args=launch_arguments(), headless=headless,
                chromium_sandbox=sandbox_possible(),
            )  # fmt: skip
        except PlaywrightError as error:
            raise launch_error(chromium.path, str(error)) from error
        context = await browser.new_context(no_viewport=not headless)
        tab = await context.new_page()
        done = asyncio.Event()
        loop = asyncio.get_running_loop()

        def wait() -> None:
            confirmed()
            with contextlib.suppress(RuntimeError):  # the window was closed, and all is over
                loop.call_soon_threadsafe(done.set)

        threading.Thread(target=wait, daemon=True).start()
        state: Mapping[str, Any] = {}
        try:
            await tab.goto(address, wait_until="commit")
            while context.pages and browser.is_connected():
                state = dict(await context.storage_state())
                if done.is_set():
                    break
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(done.wait(), LOOK)
        except PlaywrightError:
            pass  # the window was closed between two looks
        if not state.get("cookies") and not state.get("origins"):
            raise UsageError("login-nothing")
        return state
