"""Whether something that was done to a screen had an effect that a person could notice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.behaviour.page_events import PageEvents
from a11ycheck.behaviour.screenshots import window_picture
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script

WAIT = 120
"""Milliseconds that a script has to do something after a click or a key."""
ALONE = 300
"""Milliseconds in which what moves by itself is learnt."""
_COUNTING = re.compile(r"analytic|track|telemetr|beacon|collect|metric|statement|/log\b", re.IGNORECASE)


class Effects:
    """`async with Effects(context, doings) as effects`: watches all frames of the screen."""

    def __init__(self, context: BehaviourContext, doings: PageEvents) -> None:
        self._ground = context
        self._doings = doings
        self._frames: Sequence[Frame] = ()
        self._before = b""

    async def __aenter__(self) -> Effects:
        self._frames = list(self._ground.root.walk())
        await self._each("start")
        await self._each("learn", ALONE)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._each("stop")

    async def reset(self, picture: bool = False) -> None:
        """Forget what happened; what comes now counts. `picture` keeps how the window looks, to compare with."""
        await self._each("reset")
        self._doings.taken()
        self._before = await window_picture(self._ground.frames.session) if picture else b""

    async def happened(self, wait: int = WAIT) -> str:
        """What came of it since `reset`: "page", "window", "screen" or "request"; "" for nothing that shows."""
        counts = await self._each("read", wait)
        leads, popup, asked = self._doings.taken()
        if leads or popup:
            return "page" if leads else "window"
        if any(one["strong"] for one in counts):
            return "screen"
        slight = self._before and any(one["slight"] for one in counts)
        if slight and await window_picture(self._ground.frames.session) != self._before:
            return "screen"
        host = urlsplit(self._ground.root.url).netloc
        if any(urlsplit(url).netloc == host and not _COUNTING.search(url) for _, url in asked):
            return "request"
        return ""

    async def _each(self, mode: str, wait: int = 0) -> list[dict[str, int]]:
        found = []
        for frame in self._frames:
            try:
                read = await frame.run(script("effects"), mode, wait if frame is self._ground.root else 0)
            except ScriptError:
                continue
            if read:
                found.append(read)
        return found
