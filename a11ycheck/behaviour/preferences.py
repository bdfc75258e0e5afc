"""The screen as a reader asked for it: with colours of the reader's own, and with less motion."""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image, ImageChops
from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.ask import ask
from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.marked_pictures import corner, spread
from a11ycheck.behaviour.screenshots import opened, side_by_side, window_picture
from a11ycheck.behaviour.size import too_large
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.model import Evidence

_DRAWN = 60
"""Of 255: what differs as much within a control is a sign."""
_BLANK = 12
"""Of 255: what differs less is nothing that anybody sees."""


async def preferences(context: BehaviourContext) -> Observation:
    """Rows by `kind`: "vanishes" (a sign that forced colours take away), "same" (its state, `name`), "moves"."""
    if await too_large(context):
        return Observation(bounded="elements")
    frames = list(context.root.walk())
    rows: dict[str, list[dict[str, Any]]] = {frame.id: [] for frame in frames}
    signs: list[tuple[Frame, dict[str, Any], tuple[int, int, int, int]]] = []
    for frame in frames:
        found = await ask(frame, "signs") or []
        try:
            left, top = await corner(frame) if found else (0, 0)
        except (PlaywrightError, ScriptError, KeyError, IndexError):
            continue
        for sign in found:
            x, y, wide, high = sign.pop("box")
            signs.append((frame, sign, (int(x + left), int(y + top), int(x + left + wide), int(y + top + high))))
    pictures: dict[str, Evidence] = {}
    before = await _window(context) if signs else None
    try:
        await context.tab.emulate_media(reduced_motion="reduce", forced_colors="active" if before else "null")
        for frame in frames:
            await ask(frame, "drawn")
            rows[frame.id] += await ask(frame, "still_moving") or []
        if before:
            after = await _window(context)
            for frame, sign, kind, box in _lost(before, after, signs):
                row = {**sign, "kind": kind}
                if context.pictures and len(pictures) < 2:
                    row["picture"] = f"{kind} {frame.id} {row['mark']}"
                    pictures[row["picture"]] = _pair(before, after, box)
                rows[frame.id].append(row)
    finally:
        await context.tab.emulate_media(reduced_motion="null", forced_colors="null")
        for frame in frames:
            await ask(frame, "drawn")
    return Observation(rows, "" if context.left else "time", pictures)


def _lost(before: Image.Image, after: Image.Image, signs: list[Any]) -> list[tuple[Frame, dict[str, Any], str, Any]]:
    lost = []
    for frame, sign, box in signs:
        if spread(before.crop(box)) > _DRAWN and spread(after.crop(box)) < _BLANK:
            lost.append((frame, sign, "vanishes", box))
            continue
        if sign["state"] != "on":
            continue
        for other_frame, other, other_box in signs:
            alike = other_frame is frame and other["state"] == "off" and other["group"] == sign["group"]
            if not alike:
                continue
            if _differ(before, box, other_box) > _DRAWN and _differ(after, box, other_box) < _BLANK:
                lost.append((frame, sign, "same", box))
            break
    return lost


def _differ(image: Image.Image, one: tuple[int, ...], other: tuple[int, ...]) -> int:
    wide, high = min(one[2] - one[0], other[2] - other[0]), min(one[3] - one[1], other[3] - other[1])
    parts = [image.crop((at[0], at[1], at[0] + wide, at[1] + high)) for at in (one, other)]
    return int(np.asarray(ImageChops.difference(*parts)).max(initial=0))


def _pair(before: Image.Image, after: Image.Image, box: tuple[int, int, int, int]) -> Evidence:
    around = max(0, box[0] - 60), max(0, box[1] - 40), box[2] + 60, box[3] + 40
    return side_by_side(before.crop(around), after.crop(around))


async def _window(context: BehaviourContext) -> Image.Image:
    return opened(await window_picture(context.frames.session))
