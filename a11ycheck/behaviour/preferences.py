"""Show the screen as a reader asked for it: with forced colours, and with reduced motion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from PIL import Image, ImageChops
from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.screen_size import is_too_large
from a11ycheck.behaviour.types import LostSign, StillMoving
from a11ycheck.behaviour.window_pictures import colour_range, open_picture, side_by_side, window_picture
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.browser.geometry import frame_corner
from a11ycheck.browser.masking import boxes_or_none, masked
from a11ycheck.inpage import script
from a11ycheck.model import Evidence

_DRAWN = 60
"""Of 255: a larger difference within a control is a sign."""
_BLANK = 12
"""Of 255: nobody sees a smaller difference."""
MOST_PICTURES = 2

PixelBox = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels of the window."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign that is drawn in a control; `row` is what preferences/signs.js tells of it."""

    frame: Frame
    row: Mapping[str, Any]
    box: PixelBox


async def preferences(context: BehaviourContext) -> Observation:
    """Return rows by `kind`: "vanishes", "same" and "moves" (`LostSign` and `StillMoving` in types.py)."""
    if await is_too_large(context):
        return Observation(bounded="elements")
    frames = list(context.root.walk())
    rows: dict[str, list[LostSign | StillMoving]] = {frame.id: [] for frame in frames}
    signs = [sign for frame in frames for sign in await _find_signs(frame)]
    pictures: dict[str, Evidence] = {}
    before = await _window(context) if signs else None
    try:
        await context.tab.emulate_media(reduced_motion="reduce", forced_colors="active" if before else "null")
        for frame in frames:
            await frame.run_or_none(script("drawn"))
            rows[frame.id] += await frame.run_or_none(script("behaviour/preferences/still_moving")) or []
        if before:
            after = await _window(context)
            for sign, kind in _lost_signs(before, after, signs):
                row: LostSign = {
                    "mark": sign.row["mark"],
                    "kind": kind,
                    "state": sign.row["state"],
                    "group": sign.row["group"],
                    "name": sign.row["name"],
                }
                if context.pictures and len(pictures) < MOST_PICTURES:
                    name = f"{kind} {sign.frame.id} {row['mark']}"
                    if pair := await _picture_pair(context, before, after, sign.box):
                        row["picture"], pictures[name] = name, pair
                rows[sign.frame.id].append(row)
    finally:
        await context.tab.emulate_media(reduced_motion="null", forced_colors="null")
        for frame in frames:
            await frame.run_or_none(script("drawn"))
    return Observation(rows, "" if context.left else "time", pictures)


async def _find_signs(frame: Frame) -> list[_Sign]:
    """Return the signs of a frame; none when it went away."""
    found = await frame.run_or_none(script("behaviour/preferences/signs")) or []
    try:
        left, top = await frame_corner(frame) if found else (0, 0)
    except (PlaywrightError, ScriptError, KeyError, IndexError):
        return []
    signs = []
    for row in found:
        x, y, width, height = row.pop("box")
        box = (int(x + left), int(y + top), int(x + left + width), int(y + top + height))
        signs.append(_Sign(frame, row, box))
    return signs


def _lost_signs(
    before: Image.Image, after: Image.Image, signs: Sequence[_Sign]
) -> list[tuple[_Sign, Literal["vanishes", "same"]]]:
    """Return the signs that vanish, and those that look the "same" on and off."""
    lost: list[tuple[_Sign, Literal["vanishes", "same"]]] = []
    for sign in signs:
        if colour_range(before.crop(sign.box)) > _DRAWN and colour_range(after.crop(sign.box)) < _BLANK:
            lost.append((sign, "vanishes"))
            continue
        off = _same_control_off(sign, signs) if sign.row["state"] == "on" else None
        if off and _difference(before, sign.box, off.box) > _DRAWN and _difference(after, sign.box, off.box) < _BLANK:
            lost.append((sign, "same"))
    return lost


def _same_control_off(sign: _Sign, signs: Sequence[_Sign]) -> _Sign | None:
    """Return a sign of the same kind that is off."""
    for other in signs:
        if other.frame is sign.frame and other.row["state"] == "off" and other.row["group"] == sign.row["group"]:
            return other
    return None


def _difference(image: Image.Image, one: PixelBox, other: PixelBox) -> int:
    """Return the largest difference, of 255, between two boxes of an image."""
    width, height = min(one[2] - one[0], other[2] - other[0]), min(one[3] - one[1], other[3] - other[1])
    parts = [image.crop((box[0], box[1], box[0] + width, box[1] + height)) for box in (one, other)]
    return int(np.asarray(ImageChops.difference(*parts)).max(initial=0))


async def _picture_pair(
    context: BehaviourContext, before: Image.Image, after: Image.Image, box: PixelBox
) -> Evidence | None:
    left, top, right, bottom = max(0, box[0] - 60), max(0, box[1] - 40), box[2] + 60, box[3] + 40
    secrets = await boxes_or_none(context.frames, (left, top, right - left, bottom - top))
    if secrets is None:
        return None
    parts = [masked(image.crop((left, top, right, bottom)), secrets, (left, top)) for image in (before, after)]
    return side_by_side(*parts)


async def _window(context: BehaviourContext) -> Image.Image:
    return open_picture(await window_picture(context.frames.session))
