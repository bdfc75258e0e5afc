"""Leave a screen alone for some seconds: what moves, changes, flashes or makes sound by itself?"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.script_types import ElementAtPlace
from a11ycheck.behaviour.types import Movement, Playback, TextChange
from a11ycheck.behaviour.watching.film import CELL, Film
from a11ycheck.behaviour.watching.film_changes import ChangingArea, find_flashing, find_moving
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.browser.geometry import frame_corner
from a11ycheck.browser.masking import boxes_or_none
from a11ycheck.inpage import script
from a11ycheck.model import Evidence

LASTS = 5.0
"""Seconds after which movement needs a way to stop it (WCAG 2.2.2)."""
SECONDS = 7.0
MORE = 5.0
"""More seconds where something large changed once: a carousel that turns every five seconds or so."""
DEEPEST = 6
"""Frames in frames that are searched for what moves."""
WINDOW = (1280, 800)
"""Width and height of a window whose size is not known."""


async def watch(context: BehaviourContext) -> Observation:
    """Return rows by `kind`: "moves", "flashes", "changes" and "plays" (see types.py)."""
    rows: dict[str, list[Movement | TextChange | Playback]] = {}
    pictures: dict[str, Evidence] = {}
    frames = list(context.root.walk())
    for frame in frames:
        await frame.run_or_none(script("behaviour/watching/begin"))
    film, began = await _film(context)
    for frame in frames:
        rows[frame.id] = await frame.run_or_none(script("behaviour/watching/end")) or []
    for kind, area in await _changing_areas(context, film, began):
        place = await _element_at(context.root, area.box)
        if place is None:
            continue
        frame, element = place
        row: Movement = {**element, "kind": kind, "share": area.share, "times": area.times}
        if context.pictures and area.picture:
            row["picture"] = f"{kind} {frame.id} {row['mark']}"
            pictures[row["picture"]] = area.picture
        rows.setdefault(frame.id, []).append(row)
    return Observation(rows, "" if context.left else "time", pictures)


async def _film(context: BehaviourContext) -> tuple[Film, float]:
    """Film the window, and return the film and when it began."""
    film = Film(context.frames.session)
    began = time.time()
    try:
        await film.begin()
        await asyncio.sleep(min(SECONDS, context.left))
        if film.changed_once(began) and context.left > MORE:
            await asyncio.sleep(MORE)
    finally:
        await film.end()
    return film, began


async def _changing_areas(
    context: BehaviourContext, film: Film, began: float
) -> list[tuple[Literal["moves", "flashes"], ChangingArea]]:
    size = context.tab.viewport_size
    width, height = (size["width"], size["height"]) if size else WINDOW
    recording = await asyncio.to_thread(film.develop, width, height)
    if context.pictures and len(recording.times):
        secrets = await boxes_or_none(context.frames, (0, 0, width, height))
        recording = replace(recording, is_secret=secrets is None or bool(secrets))
    moving = find_moving(recording, began + LASTS)
    return [*(("moves", area) for area in moving), *(("flashes", area) for area in find_flashing(recording))]


async def _element_at(root: Frame, box: Sequence[float]) -> tuple[Frame, ElementAtPlace] | None:
    """Return the frame and the element at a box of the window."""
    x, y, width, height = box
    try:
        left, top = await frame_corner(root)
    except (PlaywrightError, ScriptError, KeyError, IndexError):
        return None
    x, y, frame = x - left, y - top, root
    for _ in range(DEEPEST):
        look = script("behaviour/watching/element_at")
        element: ElementAtPlace | None = await frame.run_or_none(look, x, y, max(width, CELL), max(height, CELL))
        if not element:
            return None
        if not element["frame"]:
            return frame, element
        try:
            inner = await frame.frame_of(script("behaviour/marked"), element["mark"])
        except ScriptError:
            return None
        child = next((one for one in frame.children if one.id == inner), None)
        if child is None:
            return frame, element
        x, y, frame = x - element["left"], y - element["top"], child
    return None
