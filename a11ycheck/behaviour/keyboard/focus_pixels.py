"""Compare pictures of the window with and without the focus: does anything look different?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PIL import ImageChops

from a11ycheck.behaviour.window_pictures import open_picture, side_by_side
from a11ycheck.browser.geometry import WindowBox
from a11ycheck.browser.masking import masked
from a11ycheck.model import Evidence

PixelChange = Literal["same", "weak", "strong", "elsewhere"]
NEAR = 160
"""CSS pixels around an element within which a change belongs to it."""
VISIBLE_STEP = 40
"""Levels of 255, in one of the three colours, by which most people can tell two pixels apart."""
ENOUGH = 12
"""So many pixels that differ by that much can be seen."""
_MARGIN = 24


def compare(focused: bytes, unfocused: bytes, box: WindowBox) -> PixelChange:
    """Return how much the focus changes near this box; "elsewhere" when the window changed only in other places."""
    if focused == unfocused:
        return "same"
    one, other = open_picture(focused), open_picture(unfocused)
    if one.size != other.size:
        return "elsewhere"
    near = _around(box, NEAR, one.size)
    red, green, blue = ImageChops.difference(one.crop(near), other.crop(near)).split()
    difference = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    if difference.getbbox() is None:
        return "elsewhere"
    return "strong" if sum(difference.histogram()[VISIBLE_STEP:]) >= ENOUGH else "weak"


def pictured_area(box: WindowBox) -> WindowBox:
    """Return the area of the window that the pictures of this box show, or a larger one."""
    x, y, width, height = box
    return (x - _MARGIN, y - _MARGIN, width + 2 * _MARGIN, height + 2 * _MARGIN)


def picture_pair(focused: bytes, unfocused: bytes, box: WindowBox, secrets: Sequence[WindowBox]) -> Evidence:
    """Return both pictures of this box side by side, without the focus and with it, and without these secrets."""
    one, other = open_picture(unfocused), open_picture(focused)
    part = _around(box, _MARGIN, one.size)
    width, height = min(part[2] - part[0], 400), min(part[3] - part[1], 200)
    part = (part[0], part[1], part[0] + width, part[1] + height)
    return side_by_side(*(masked(image.crop(part), secrets, part[:2]) for image in (one, other)))


def is_far(box: WindowBox, other: WindowBox) -> bool:
    """Return whether two boxes are so far apart that a change at one does not count for the other."""
    reach = NEAR + 8
    apart_x = max(box[0] - other[0] - other[2], other[0] - box[0] - box[2])
    apart_y = max(box[1] - other[1] - other[3], other[1] - box[1] - box[3])
    return max(apart_x, apart_y) > reach


def _around(box: WindowBox, margin: int, size: tuple[int, int]) -> tuple[int, int, int, int]:
    left, top = max(0, int(box[0]) - margin), max(0, int(box[1]) - margin)
    right, bottom = int(box[0] + box[2]) + margin, int(box[1] + box[3]) + margin
    right, bottom = min(max(right, left + 1), size[0]), min(max(bottom, top + 1), size[1])
    return (min(left, right - 1), min(top, bottom - 1), right, bottom)
