"""Pictures of the window with and without the focus: whether anything at all looks different, and the pair to show."""

from __future__ import annotations

from typing import Literal

from PIL import ImageChops

from a11ycheck.behaviour.focus_reading import Box
from a11ycheck.behaviour.screenshots import opened, side_by_side
from a11ycheck.model import Evidence

Change = Literal["same", "weak", "strong", "elsewhere"]
NEAR = 160
"""CSS pixels around a place in which a change belongs to it."""
STEP = 40
"""Levels of 255, in one of the three colours, by which most people can tell two pixels apart."""
ENOUGH = 12
"""So many pixels that differ by that can be seen."""
_MARGIN = 24


def compare(with_it: bytes, without: bytes, box: Box) -> Change:
    """What the focus changed of a window: nothing, little or much near the box; "elsewhere" where only that did."""
    if with_it == without:
        return "same"
    one, other = opened(with_it), opened(without)
    if one.size != other.size:
        return "elsewhere"
    near = _around(box, NEAR, one.size)
    red, green, blue = ImageChops.difference(one.crop(near), other.crop(near)).split()
    difference = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    if difference.getbbox() is None:
        return "elsewhere"
    return "strong" if sum(difference.histogram()[STEP:]) >= ENOUGH else "weak"


def pair(with_it: bytes, without: bytes, box: Box) -> Evidence:
    """Both pictures of a place, side by side: without the focus, and with it."""
    one, other = opened(without), opened(with_it)
    part = _around(box, _MARGIN, one.size)
    wide, high = min(part[2] - part[0], 400), min(part[3] - part[1], 200)
    part = (part[0], part[1], part[0] + wide, part[1] + high)
    return side_by_side(one.crop(part), other.crop(part))


def _around(box: Box, margin: int, size: tuple[int, int]) -> tuple[int, int, int, int]:
    left, top = max(0, int(box[0]) - margin), max(0, int(box[1]) - margin)
    right, bottom = int(box[0] + box[2]) + margin, int(box[1] + box[3]) + margin
    right, bottom = min(max(right, left + 1), size[0]), min(max(bottom, top + 1), size[1])
    return (min(left, right - 1), min(top, bottom - 1), right, bottom)
