"""Whether a recording with a sound track can be heard at all: many silent films carry a track of silence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script

MOST = 3
"""Recordings that are listened to in one frame."""
BYTES = 8_000_000
PATIENCE = 4000
"""Milliseconds for one of them."""


async def answer(frame: Frame, questions: Sequence[Any]) -> Sequence[bool | None]:
    """For each address of a recording whether anything is to be heard in it; None: not asked, or not known."""
    heard: dict[str, bool | None] = {}
    for url in filter(None, questions):
        if url not in heard and len(heard) < MOST:
            try:
                heard[url] = await frame.run(script("facts/is_audible"), url, BYTES, PATIENCE)
            except ScriptError:
                heard[url] = None
    return [heard.get(url) for url in questions]
