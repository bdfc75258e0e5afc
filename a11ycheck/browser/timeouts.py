"""Limits of time that hold whatever happens: what was cut short and never ends to clean up is left to itself."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Collection
from typing import Any, TypeVar

from playwright.async_api import Error as PlaywrightError

CLOSING = 3.0
"""Seconds that closing, and cleaning up, may take."""
T = TypeVar("T")


async def within(work: Awaitable[T], seconds: float) -> T:
    """What work leads to. Raises TimeoutError after so many seconds, and CLOSING at most for its end.

    asyncio.wait_for would wait for that end as long as it takes: for ever, where it asks a page that hangs.
    """
    task = asyncio.ensure_future(work)
    try:
        await asyncio.wait([task], timeout=seconds)
        if not task.done():
            raise TimeoutError
        return task.result()
    finally:
        await stopped([task])


async def bounded(closing: Awaitable[Any], seconds: float = CLOSING) -> None:
    """Await something that may hang or fail because what it closes is already gone."""
    try:
        await within(closing, seconds)
    except (PlaywrightError, TimeoutError):
        return


async def stopped(tasks: Collection[asyncio.Future[Any]]) -> None:
    """Cancel these and see them end, at most CLOSING: what still waits for a page ends with the page."""
    for task in tasks:
        task.cancel()
        task.add_done_callback(_heard)
    await asyncio.wait(tasks, timeout=CLOSING)


def _heard(task: asyncio.Future[Any]) -> None:
    """Its error is of no use to anybody any more; unheard, asyncio would print it."""
    if not task.cancelled():
        task.exception()
