"""What is stopped ends within its time limit, even when its clean-up never ends."""

import asyncio
import time

import pytest

from a11ycheck.browser import timeouts


async def clinging():
    """Cleans up for ever, as a behaviour does on a page that answers no more."""
    try:
        await asyncio.sleep(60)
    finally:
        await asyncio.sleep(60)


def test_what_never_ends_to_clean_up_is_left_to_itself(monkeypatch):
    monkeypatch.setattr(timeouts, "CLOSING", 0.2)
    began = time.monotonic()

    async def cut():
        with pytest.raises(TimeoutError):
            await timeouts.within(clinging(), 0.1)
        await timeouts.bounded(clinging(), 0.1)

    asyncio.run(cut())
    assert time.monotonic() - began < 5


def test_what_it_leads_to_and_what_it_raises_come_out():
    async def raises():
        raise ValueError("mine")

    assert asyncio.run(timeouts.within(asyncio.sleep(0, "done"), 5)) == "done"
    with pytest.raises(ValueError, match="mine"):
        asyncio.run(timeouts.within(raises(), 5))
