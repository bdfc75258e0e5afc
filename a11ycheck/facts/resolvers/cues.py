"""Find out when the captions of a video are shown, from a file that is read as the browser would."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.facts.media_types import CaptionTimes
from a11ycheck.inpage import script
from a11ycheck.isolation.process import Crashed, IsolatedCall, TimeUp

READING = IsolatedCall("a11ycheck.documents.captions:caption_times", 20.0)
MOST = 4
"""Caption files that are read for one frame."""
BYTES = 2_000_000
PATIENCE = 3000
"""Milliseconds for one file."""
TOUCH = 0.1
"""Seconds by which captions may overlap, because programs round times."""


async def answer(frame: Frame, questions: Sequence[Any]) -> Sequence[CaptionTimes | None]:
    """Return when the captions of each file are shown; None when it was not read, or cannot be."""
    found: dict[str, CaptionTimes | None] = {}
    for url in filter(None, questions):
        if url not in found and len(found) < MOST:
            try:
                found[url] = await _times(await frame.run(script("facts/caption_file"), url, BYTES, PATIENCE))
            except (ScriptError, TimeUp, Crashed):
                found[url] = None
    return [found.get(url) for url in questions]


async def _times(text: str | None) -> CaptionTimes | None:
    """Return when captions are shown, None for a file without any. Raises TimeUp and Crashed."""
    shown = await READING.run(text.encode("utf-8", "replace")) if text else []
    if not shown:
        return None
    pairs = list(pairwise(shown))
    return {
        "starts": [round(start, 1) for start, _ in shown],
        "end": max(end for _, end in shown),
        "back": sum(two[0] < one[0] - TOUCH for one, two in pairs),
        "double": sum(one[0] + TOUCH < two[0] < one[1] - TOUCH for one, two in pairs),
    }
