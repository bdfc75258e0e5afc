"""Find what moves or flashes in a recording of the window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from a11ycheck.behaviour.watching.film import CELL, Floats, Recording
from a11ycheck.behaviour.window_pictures import open_picture, side_by_side
from a11ycheck.browser.masking import masked, mosaic
from a11ycheck.model import Evidence

DIFFERS = 20
"""Of 255, in one colour: a smaller difference is the noise of a compressed picture."""
FLASH = 0.1
"""Change in relative luminance that makes half a flash, where the darker side is below DARK (WCAG, general flash)."""
DARK = 0.8
TRANSITIONS = 8
"""In one second: four flashes, one more than WCAG 2.3.1 allows."""
FIELD = (341, 256)
"""Pixels of the window that ten degrees of sight cover; a quarter of it is the area that WCAG names."""
MOST_AREAS, MOST_PARTS = 6, 20

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ChangingArea:
    """A part of the window that changes.

    `box` is left, top, width and height in pixels, `share` its part of the window in percent, `times` how often it
    changed.
    """

    box: tuple[float, float, float, float]
    share: float
    times: int
    picture: Evidence | None = None


def find_moving(recording: Recording, after: float) -> list[ChangingArea]:
    """Return the parts of the window that still changed after that moment, and had changed before."""
    if len(recording.times) < 3:
        return []
    differs: Mask = np.asarray((np.abs(np.diff(recording.colours, axis=0)) > DIFFERS).any(axis=3))
    late = differs[recording.times[1:] > after].any(axis=0)
    mask = late & (differs.sum(axis=0) >= 2)
    areas = []
    for part in _connected_parts(mask):
        times = int(differs[:, part].any(axis=1).sum())
        picture = _largest_change(recording, differs[:, part].sum(axis=1))
        areas.append(_area(part, mask.size, times, picture))
    return sorted(areas, key=lambda area: -area.share)[:MOST_AREAS]


def find_flashing(recording: Recording) -> list[ChangingArea]:
    """Return the part of the window that flashed more than three times in a second, over a large enough area."""
    if len(recording.times) < TRANSITIONS:
        return []
    light = _luminance(recording.colours)
    transitions = _transitions(light)
    rows, columns = FIELD[1] // CELL, FIELD[0] // CELL
    for n, at in enumerate(recording.times):
        within = (recording.times >= at) & (recording.times <= at + 1.0)
        mask = transitions[within].sum(axis=0) >= TRANSITIONS
        if mask.any() and _densest_field(mask, rows, columns) >= rows * columns / 4:
            largest = max(_connected_parts(mask), key=lambda part: int(part.sum()))
            changes = np.abs(np.diff(light, axis=0))[:, largest].sum(axis=1)
            changes[:n] = 0
            times = int(transitions[within].sum(axis=0).max()) // 2
            return [_area(largest, mask.size, times, _largest_change(recording, changes))]
    return []


def _luminance(colours: Floats) -> Floats:
    """Return the relative luminance of each cell (WCAG)."""
    part = colours / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def _transitions(light: Floats) -> Mask:
    """Return where and when the light turned by FLASH or more, counted from a lowest or highest point."""
    turns = np.zeros(light.shape, dtype=bool)
    low, high = light[0].copy(), light[0].copy()
    direction = np.zeros(light[0].shape)
    for n, now in enumerate(light[1:], 1):
        up = (now - low >= FLASH) & (low < DARK) & (direction <= 0)
        down = (high - now >= FLASH) & (now < DARK) & (direction >= 0) & ~up
        turns[n] = up | down
        direction = np.where(up, 1, np.where(down, -1, direction))
        high = np.where(up | (now > high), now, np.where(down, now, high))
        low = np.where(down | (now < low), now, np.where(up, now, low))
    return turns


def _densest_field(mask: Mask, rows: int, columns: int) -> int:
    """Return the most cells of the mask in any field of that size."""
    sums = np.pad(mask.astype(int).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    rows, columns = min(rows, mask.shape[0]), min(columns, mask.shape[1])
    fields = sums[rows:, columns:] - sums[:-rows, columns:] - sums[rows:, :-columns] + sums[:-rows, :-columns]
    return int(fields.max())


def _connected_parts(mask: Mask) -> list[Mask]:
    """Return the connected parts of the mask; gaps of up to two cells do not separate them."""
    left = mask.copy()
    parts: list[Mask] = []
    while left.any() and len(parts) < MOST_PARTS:
        part = np.zeros_like(mask)
        part[np.unravel_index(int(left.argmax()), mask.shape)] = True
        while True:
            grown = (_grown(part) & left) | part
            if (grown == part).all():
                break
            part = grown
        parts.append(part)
        left &= ~part
    return parts


def _grown(part: Mask) -> Mask:
    grown = part.copy()
    for step in (1, 2):
        grown[step:] |= part[:-step]
        grown[:-step] |= part[step:]
        grown[:, step:] |= part[:, :-step]
        grown[:, :-step] |= part[:, step:]
    return grown


def _area(part: Mask, size: int, times: int, picture: Evidence | None) -> ChangingArea:
    rows, columns = _indexes(part.any(axis=1)), _indexes(part.any(axis=0))
    width, height = columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1
    box = (columns[0] * CELL, rows[0] * CELL, width * CELL, height * CELL)
    return ChangingArea(box, round(100 * float(part.sum()) / size, 2), times, picture)


def _indexes(line: Any) -> list[int]:
    return [int(n) for n in np.nonzero(line)[0]]


def _largest_change(recording: Recording, changes: Iterable[Any]) -> Evidence | None:
    """Return the pictures before and after the largest change, side by side."""
    n = int(np.argmax(np.asarray(changes)))
    images = [open_picture(recording.images[at]) for at in (n, n + 1)]
    for image in images:
        image.thumbnail((400, 400))
    return side_by_side(*(mosaic(image) if recording.is_secret else masked(image, ()) for image in images))
