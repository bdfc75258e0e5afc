"""Whether a page is only slow, or stuck in a script that does not end."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from playwright.async_api import CDPSession, Page
from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.timeouts import within

SILENCE = 5.0
"""Seconds without an answer after which a page that keeps the processor busy counts as stuck."""
BUSY = 0.7
"""The part of that time in which a process of the page must have had the processor: on a busy computer it gets less."""
LONGEST = 30.0
"""Seconds after which silence alone is enough."""
PACE = 1.0
"""Seconds between two looks at the processes."""


async def is_stuck(page: Page, session: CDPSession) -> bool:
    """Tell whether a page that was silent for a while stays so, though it had the time to answer.

    `session` is the CDP session of the page. A page that does nothing, because the computer is busy, gets more time.
    """
    answer = asyncio.ensure_future(session.send("Runtime.evaluate", {"expression": "1"}))
    answer.add_done_callback(lambda it: it.cancelled() or it.exception())  # it ends with the page
    began, before = time.monotonic(), await _processor_seconds(page)
    while not answer.done():
        await asyncio.wait([answer], timeout=PACE)
        passed = time.monotonic() - began
        if answer.done() or passed < SILENCE:
            continue
        if passed > LONGEST or _busiest(before, await _processor_seconds(page)) > BUSY * SILENCE:
            return not answer.done()
    return False


def _busiest(before: dict[int, float], now: dict[int, float]) -> float:
    """Return the most seconds of processor that one process took meanwhile."""
    return max((seconds - before.get(number, 0.0) for number, seconds in now.items()), default=0.0)


async def _processor_seconds(page: Page) -> dict[int, float]:
    """Return the seconds of processor that each process with pages has taken so far, by its number."""
    browser = page.context.browser
    if browser is None:
        return {}
    try:
        session = await within(browser.new_browser_cdp_session(), SILENCE)
        found: dict[str, Any] = await within(session.send("SystemInfo.getProcessInfo"), SILENCE)
        await session.detach()
    except (PlaywrightError, TimeoutError):
        return {}
    return {one["id"]: one["cpuTime"] for one in found["processInfo"] if one["type"] == "renderer"}
