"""Film the window for some seconds."""

from __future__ import annotations

import asyncio
import base64
import io
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.async_api import CDPSession
from playwright.async_api import Error as PlaywrightError

CELL = 10
"""Pixels of the window that one cell of the recording covers, in each direction."""
MOST = 400
"""Pictures that are kept; beyond that, every second one is dropped."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Recording:
    """A film as cells.

    `times` are in seconds since the epoch. `colours` has the shape (pictures, rows, columns, 3), with values from 0 to
    255. `images` are the pictures themselves, JPEG. `is_secret`: what was filmed must not be readable in a report.
    """

    times: Floats
    colours: Floats
    images: Sequence[bytes]
    is_secret: bool = False


@dataclass
class Film:
    """Pictures of one window as the browser draws them: only when something changes, ten to sixty a second."""

    # No slots: Playwright stores its wrapper of a listener on the object that the listener belongs to.

    session: CDPSession
    _pictures: list[tuple[float, str]] = field(default_factory=list)
    _acknowledgements: set[asyncio.Task[Any]] = field(default_factory=set)

    async def begin(self) -> None:
        """Start filming. Raises PlaywrightError."""
        self.session.on("Page.screencastFrame", self._keep)
        size = {"maxWidth": 640, "maxHeight": 640}
        await self.session.send("Page.startScreencast", {"format": "jpeg", "quality": 60, "everyNthFrame": 1, **size})

    async def end(self) -> None:
        """Stop filming."""
        with suppress(PlaywrightError):  # the tab is gone
            await self.session.send("Page.stopScreencast")
        self.session.remove_listener("Page.screencastFrame", self._keep)
        await asyncio.gather(*self._acknowledgements, return_exceptions=True)

    def changed_once(self, since: float) -> bool:
        """Return whether something was drawn later than half a second after `since`, but not all the time."""
        return 1 <= sum(at > since + 0.5 for at, _ in self._pictures) <= 40

    def develop(self, width: int, height: int) -> Recording:
        """Return the film as cells of a window of this size. Takes some milliseconds for each picture."""
        shape = (max(1, width // CELL), max(1, height // CELL))
        images = [base64.b64decode(data) for _, data in self._pictures]
        cells = [
            np.asarray(Image.open(io.BytesIO(image)).convert("RGB").resize(shape, Image.Resampling.BOX))
            for image in images
        ]
        colours = np.array(cells, dtype=float) if cells else np.zeros((0, shape[1], shape[0], 3))
        return Recording(np.array([at for at, _ in self._pictures]), colours, images)

    def _keep(self, event: dict[str, Any]) -> None:
        if len(self._pictures) >= MOST:  # a quick computer draws sixty a second: fewer still show the whole time
            del self._pictures[1::2]
        self._pictures.append((event["metadata"].get("timestamp") or time.time(), event["data"]))
        sending = self.session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})
        acknowledgement = asyncio.ensure_future(sending)
        self._acknowledgements.add(acknowledgement)
        acknowledgement.add_done_callback(self._acknowledgements.discard)
