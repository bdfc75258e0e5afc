"""Wait until a screen has settled, and recognise screens that were seen before."""

from __future__ import annotations

import asyncio
import time

from a11ycheck.browser.frames import Frame, Frames, ScriptError
from a11ycheck.browser.timeouts import within
from a11ycheck.inpage import script

QUIET = 200
"""Milliseconds without a change in the DOM after which a screen counts as settled."""
SETTLE = 3000
"""Milliseconds after which we stop waiting: a clock or an animation never becomes quiet."""
ANSWER = 5.0
"""Seconds on top of that for a frame to answer, on a busy computer."""


async def settled(frames: Frames, inside: str = "") -> Frame:
    """Return the frames once none of their DOMs has changed for a while and no frame came or went meanwhile.

    Raises ScriptError when there is no frame called `inside`.
    """
    deadline = time.monotonic() + SETTLE / 1000
    while True:
        root = await frames.read(inside)
        most = max(QUIET, int((deadline - time.monotonic()) * 1000))
        # A frame in a process of its own may hang, and must not hold up the others.
        waits = (
            within(frame.run(script("browser/settle"), QUIET, most), most / 1000 + ANSWER) for frame in root.walk()
        )
        gone = [one for one in await asyncio.gather(*waits, return_exceptions=True) if isinstance(one, BaseException)]
        again = await frames.read(inside)
        same = [f.world for f in root.walk()] == [f.world for f in again.walk()]
        if (same and not gone) or time.monotonic() > deadline:
            return again


async def signature(root: Frame) -> str:
    """Return a short text that is equal for equal screens, or "" where screens cannot be compared.

    Markup, field values, style sheets and pictures count. A screen with a large canvas may show anything.
    """
    parts = []
    for frame in root.walk():
        try:
            part = await frame.run(script("browser/signature"))
        except ScriptError:
            return ""
        if not part:
            return ""
        parts.append(str(part))
    return ".".join(parts)


async def structure(root: Frame) -> str:
    """Return a short text that is equal for screens of one template, or "" where that cannot be told."""
    parts = []
    for frame in root.walk():
        try:
            parts.append(str(await frame.run(script("browser/structure"))))
        except ScriptError:
            return ""
    return " ".join(parts)
