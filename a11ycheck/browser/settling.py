"""When a screen has come to rest, and whether it is one that was seen before."""

from __future__ import annotations

import asyncio
import time

from a11ycheck.browser.frames import Frame, Frames, ScriptError
from a11ycheck.browser.timeouts import within
from a11ycheck.inpage import script

QUIET = 200
"""Milliseconds without a change in the DOM after which a screen counts as settled."""
SETTLE = 3000
"""Milliseconds after which we no longer wait for quiet: a clock or an animation never is."""
ANSWER = 5.0
"""Seconds after that for a frame to say so, on a busy computer."""


async def settled(frames: Frames, inside: str = "") -> Frame:
    """The frames, when no DOM among them changed for a while and no frame came or went meanwhile."""
    deadline = time.monotonic() + SETTLE / 1000
    while True:
        root = await frames.read(inside)
        most = max(QUIET, int((deadline - time.monotonic()) * 1000))
        # A frame in a process of its own may hang, and keeps nobody else.
        waits = (within(frame.run(script("settle"), QUIET, most), most / 1000 + ANSWER) for frame in root.walk())
        gone = [one for one in await asyncio.gather(*waits, return_exceptions=True) if isinstance(one, BaseException)]
        again = await frames.read(inside)
        same = [f.world for f in root.walk()] == [f.world for f in again.walk()]
        if (same and not gone) or time.monotonic() > deadline:
            return again


async def signature(root: Frame) -> str:
    """What the screen consists of, as a short text: equal for equal screens. "" where that cannot be told.

    Markup, values of fields, styles and pictures count; a large canvas may show anything.
    """
    parts = []
    for frame in root.walk():
        try:
            part = await frame.run(script("signature"))
        except ScriptError:
            return ""
        if not part:
            return ""
        parts.append(str(part))
    return ".".join(parts)


async def structure(root: Frame) -> str:
    """How the screen is built, as a short text: equal for screens of one template. "" where that cannot be told."""
    parts = []
    for frame in root.walk():
        try:
            parts.append(str(await frame.run(script("structure"))))
        except ScriptError:
            return ""
    return " ".join(parts)
