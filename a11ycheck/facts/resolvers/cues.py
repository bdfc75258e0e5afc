"""When the captions of a video are shown: its file is read as the browser would, and put in figures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.documents.captions import caption_times
from a11ycheck.documents.interface import Unreadable
from a11ycheck.facts.types import CaptionTimes
from a11ycheck.inpage import script

MOST = 4
"""Files that are read for one frame."""
BYTES = 2_000_000
PATIENCE = 3000
"""Milliseconds for one of them."""
TOUCH = 0.1
"""Seconds by which captions may overlap: programs round."""


async def answer(frame: Frame, questions: Sequence[Any]) -> Sequence[CaptionTimes | None]:
    """For each address of a captions file its figures; None: not asked, or it cannot be read."""
    found: dict[str, CaptionTimes | None] = {}
    for url in filter(None, questions):
        if url not in found and len(found) < MOST:
            try:
                found[url] = _figures(await frame.run(script("facts/caption_file"), url, BYTES, PATIENCE))
            except (ScriptError, Unreadable):
                found[url] = None
    return [found.get(url) for url in questions]


def _figures(said: str | None) -> CaptionTimes | None:
    shown = caption_times(said.encode()) if said else []
    if not shown:
        return None
    pairs = list(pairwise(shown))
    return {
        "starts": [round(start, 1) for start, _ in shown],
        "end": max(end for _, end in shown),
        "back": sum(two[0] < one[0] - TOUCH for one, two in pairs),
        "double": sum(one[0] + TOUCH < two[0] < one[1] - TOUCH for one, two in pairs),
    }
