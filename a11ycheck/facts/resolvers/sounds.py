"""Find out whether a recording with a sound track can be heard at all: many silent films have a track of silence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script

MOST = 3
"""Recordings that are decoded for one frame."""
BYTES = 8_000_000
PATIENCE = 4000
"""Milliseconds for one recording."""


async def answer(frame: Frame, questions: Sequence[Any]) -> Sequence[bool | None]:
    """Return whether each recording can be heard; None when that was not tried, or cannot be told."""
    heard: dict[str, bool | None] = {}
    for url in filter(None, questions):
        if url not in heard and len(heard) < MOST:
            try:
                heard[url] = await frame.run(script("facts/is_audible"), url, BYTES, PATIENCE)
            except ScriptError:
                heard[url] = None
    return [heard.get(url) for url in questions]
