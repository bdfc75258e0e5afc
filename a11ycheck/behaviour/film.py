"""The window filmed for some seconds, and what in it moves or flashes."""

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

from a11ycheck.behaviour.screenshots import opened, side_by_side
from a11ycheck.model import Evidence

CELL = 10
"""Pixels of the window that one cell of the film covers, in each direction."""
MOST = 400
"""Frames that are kept; beyond, every second one goes."""
DIFFERS = 20
"""Of 255, in one colour: less is the noise of a compressed picture."""
FLASH = 0.1
"""Change in relative luminance that makes half a flash, where the darker side is below DARK (WCAG, general flash)."""
DARK = 0.8
TRANSITIONS = 8
"""In one second: four flashes, one more than WCAG 2.3.1 allows."""
FIELD = (341, 256)
"""Pixels of the window that ten degrees of sight cover; a quarter of it is the area that WCAG names."""

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Shown:
    """The film as cells: `times` in seconds since the epoch, `colours` (frames, rows, columns, 3), 0 to 255."""

    times: Floats
    colours: Floats
    images: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the window: `box` left, top, width, height in pixels, `share` of the window in percent, `times` how
    often it changed."""

    box: tuple[float, float, float, float]
    share: float
    times: int
    picture: Evidence | None = None


@dataclass
class Film:
    """Frames of one window as the browser draws them: only when something changes, ten to sixty a second."""

    # No slots: Playwright notes its wrapper of a listener on the listener's own object.

    session: CDPSession
    _frames: list[tuple[float, str]] = field(default_factory=list)
    _acks: set[asyncio.Task[Any]] = field(default_factory=set)

    async def begin(self) -> None:
        """Raises PlaywrightError."""
        self.session.on("Page.screencastFrame", self._keep)
        size = {"maxWidth": 640, "maxHeight": 640}
        await self.session.send("Page.startScreencast", {"format": "jpeg", "quality": 60, "everyNthFrame": 1, **size})

    async def end(self) -> None:
        """Stop filming."""
        with suppress(PlaywrightError):  # the tab is gone
            await self.session.send("Page.stopScreencast")
        self.session.remove_listener("Page.screencastFrame", self._keep)
        await asyncio.gather(*self._acks, return_exceptions=True)

    def changed_once(self, since: float) -> bool:
        """Whether something was drawn after the first half second, but not all the time."""
        return 1 <= sum(at > since + 0.5 for at, _ in self._frames) <= 40

    def read(self, width: int, height: int) -> Shown:
        """The film as cells of a window of so many pixels; takes some milliseconds for each frame."""
        shape = (max(1, width // CELL), max(1, height // CELL))
        images = [base64.b64decode(data) for _, data in self._frames]
        cells = [
            np.asarray(Image.open(io.BytesIO(one)).convert("RGB").resize(shape, Image.Resampling.BOX)) for one in images
        ]
        colours = np.array(cells, dtype=float) if cells else np.zeros((0, shape[1], shape[0], 3))
        return Shown(np.array([at for at, _ in self._frames]), colours, images)

    def _keep(self, event: dict[str, Any]) -> None:
        if len(self._frames) >= MOST:  # a quick computer draws sixty a second: fewer of them still show the whole time
            del self._frames[1::2]
        self._frames.append((event["metadata"].get("timestamp") or time.time(), event["data"]))
        told = asyncio.ensure_future(self.session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]}))
        self._acks.add(told)
        told.add_done_callback(self._acks.discard)


def moving(shown: Shown, after: float) -> list[Area]:
    """Parts of the window that still changed `after` that moment, and had changed before."""
    if len(shown.times) < 3:
        return []
    differs: Mask = np.asarray((np.abs(np.diff(shown.colours, axis=0)) > DIFFERS).any(axis=3))
    late = differs[shown.times[1:] > after].any(axis=0)
    mask = late & (differs.sum(axis=0) >= 2)
    areas = []
    for part in _parts(mask):
        times = int(differs[:, part].any(axis=1).sum())
        areas.append(_area(part, mask.size, times, _pair(shown, differs[:, part].sum(axis=1))))
    return sorted(areas, key=lambda one: -one.share)[:6]


def flashing(shown: Shown) -> list[Area]:
    """The part of the window that flashed more than three times in one second, over a large enough area."""
    if len(shown.times) < TRANSITIONS:
        return []
    light = _luminance(shown.colours)
    turns = _transitions(light)
    rows, columns = FIELD[1] // CELL, FIELD[0] // CELL
    for n, at in enumerate(shown.times):
        within = (shown.times >= at) & (shown.times <= at + 1.0)
        mask = turns[within].sum(axis=0) >= TRANSITIONS
        if mask.any() and _densest(mask, rows, columns) >= rows * columns / 4:
            largest = max(_parts(mask), key=lambda part: int(part.sum()))
            changes = np.abs(np.diff(light, axis=0))[:, largest].sum(axis=1)
            changes[:n] = 0
            return [_area(largest, mask.size, int(turns[within].sum(axis=0).max()) // 2, _pair(shown, changes))]
    return []


def _luminance(colours: Floats) -> Floats:
    part = colours / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def _transitions(light: Floats) -> Mask:
    """Where and when the light went the other way by FLASH or more, from a lowest or highest point."""
    turns = np.zeros(light.shape, dtype=bool)
    low, high = light[0].copy(), light[0].copy()
    way = np.zeros(light[0].shape)
    for n, now in enumerate(light[1:], 1):
        up = (now - low >= FLASH) & (low < DARK) & (way <= 0)
        down = (high - now >= FLASH) & (now < DARK) & (way >= 0) & ~up
        turns[n] = up | down
        way = np.where(up, 1, np.where(down, -1, way))
        high = np.where(up | (now > high), now, np.where(down, now, high))
        low = np.where(down | (now < low), now, np.where(up, now, low))
    return turns


def _densest(mask: Mask, rows: int, columns: int) -> int:
    """The most cells of the mask in any field of that size."""
    sums = np.pad(mask.astype(int).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    rows, columns = min(rows, mask.shape[0]), min(columns, mask.shape[1])
    fields = sums[rows:, columns:] - sums[:-rows, columns:] - sums[rows:, :-columns] + sums[:-rows, :-columns]
    return int(fields.max())


def _parts(mask: Mask) -> list[Mask]:
    """The mask in pieces that hang together, with gaps of up to two cells."""
    left = mask.copy()
    parts: list[Mask] = []
    while left.any() and len(parts) < 20:
        part = np.zeros_like(mask)
        part[np.unravel_index(int(left.argmax()), mask.shape)] = True
        while True:
            grown = part.copy()
            for step in (1, 2):
                grown[step:] |= part[:-step]
                grown[:-step] |= part[step:]
                grown[:, step:] |= part[:, :-step]
                grown[:, :-step] |= part[:, step:]
            grown = (grown & left) | part
            if (grown == part).all():
                break
            part = grown
        parts.append(part)
        left &= ~part
    return parts


def _area(part: Mask, size: int, times: int, picture: Evidence | None) -> Area:
    rows, columns = np.nonzero(part.any(axis=1))[0].tolist(), np.nonzero(part.any(axis=0))[0].tolist()
    wide, high = columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1
    box = (columns[0] * CELL, rows[0] * CELL, wide * CELL, high * CELL)
    return Area(box, round(100 * float(part.sum()) / size, 2), times, picture)


def _pair(shown: Shown, changes: Any) -> Evidence | None:
    """Two frames side by side: before and after the largest change."""
    n = int(np.argmax(changes))
    two = [opened(shown.images[at]) for at in (n, n + 1)]
    for one in two:
        one.thumbnail((400, 400))
    return side_by_side(*two)
