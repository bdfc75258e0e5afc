"""Observe whether something that was done to a screen had an effect that a person could notice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.page_events import PageEvents
from a11ycheck.behaviour.window_pictures import window_picture
from a11ycheck.browser.frames import Frame
from a11ycheck.inpage import script

WAIT = 120
"""Milliseconds that a script has to respond to a click or a key."""
ALONE = 300
"""Milliseconds in which we learn what changes by itself."""
_COUNTING = re.compile(r"analytic|track|telemetr|beacon|collect|metric|statement|/log\b", re.IGNORECASE)
"""Addresses of requests that count visitors: such a request is no effect."""


class Effects:
    """`async with Effects(context, events) as effects`: observes all frames of the screen."""

    def __init__(self, context: BehaviourContext, events: PageEvents) -> None:
        self._context = context
        self._events = events
        self._frames: Sequence[Frame] = ()
        self._picture_before = b""

    async def __aenter__(self) -> Effects:
        self._frames = list(self._context.root.walk())
        await self._call_each("start")
        await self._call_each("learn", ALONE)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._call_each("stop")

    async def reset(self, picture: bool = False) -> None:
        """Forget what happened so far. `picture` keeps how the window looks, to compare with later."""
        await self._call_each("reset")
        self._events.take()
        self._picture_before = await window_picture(self._context.frames.session) if picture else b""

    async def happened(self, wait: int = WAIT) -> str:
        """Return what happened since `reset`: "page", "window", "screen" or "request"; "" for nothing noticeable."""
        counts = await self._call_each("read", wait)
        activity = self._events.take()
        if activity.destination or activity.popup:
            return "page" if activity.destination else "window"
        if any(count["strong"] for count in counts):
            return "screen"
        slight = self._picture_before and any(count["slight"] for count in counts)
        if slight and await window_picture(self._context.frames.session) != self._picture_before:
            return "screen"
        host = urlsplit(self._context.root.url).netloc
        if any(urlsplit(url).netloc == host and not _COUNTING.search(url) for _, url in activity.requests):
            return "request"
        return ""

    async def _call_each(self, mode: str, wait: int = 0) -> list[dict[str, int]]:
        answers = []
        for frame in self._frames:
            waits = wait if frame is self._context.root else 0
            if answer := await frame.run_or_none(script("behaviour/effects"), mode, waits):
                answers.append(answer)
        return answers
