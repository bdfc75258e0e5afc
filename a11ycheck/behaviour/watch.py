"""A screen is left alone for some seconds: what moves, changes, flashes or sounds by itself."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.ask import ask
from a11ycheck.behaviour.film import CELL, Film, flashing, moving
from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.marked_pictures import corner
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.model import Evidence

LASTS = 5.0
"""Seconds after which movement needs a way to stop it (WCAG 2.2.2)."""
SECONDS = 7.0
MORE = 5.0
"""Seconds more, where something large changed once: a carousel that turns each five seconds or so."""
_DEEP = 6
"""Frames in frames that are followed down to what moves."""


async def watch(context: BehaviourContext) -> Observation:
    """Rows by `kind`: "moves" and "flashes" (`share` of the window, `tag`, `hints`), "changes" (`words`), "plays"."""
    rows: dict[str, list[dict[str, Any]]] = {}
    pictures: dict[str, Evidence] = {}
    frames = list(context.root.walk())
    for frame in frames:
        await ask(frame, "watch_begin")
    film = Film(context.frames.session)
    began = time.time()
    try:
        await film.begin()
        await asyncio.sleep(min(SECONDS, context.left))
        if film.changed_once(began) and context.left > MORE:
            await asyncio.sleep(MORE)
    finally:
        await film.end()
    for frame in frames:
        rows[frame.id] = await ask(frame, "watch_end") or []
    size = context.tab.viewport_size
    seen = await asyncio.to_thread(film.read, *((size["width"], size["height"]) if size else (1280, 800)))
    found = [("moves", area) for area in moving(seen, began + LASTS)] + [("flashes", area) for area in flashing(seen)]
    for kind, area in found:
        place = await _at(context.root, area.box)
        if place is None:
            continue
        frame, row = place
        row |= {"kind": kind, "share": area.share, "times": area.times}
        if context.pictures and area.picture:
            row["picture"] = f"{kind} {frame.id} {row['mark']}"
            pictures[row["picture"]] = area.picture
        rows.setdefault(frame.id, []).append(row)
    return Observation(rows, "" if context.left else "time", pictures)


async def _at(root: Frame, box: Sequence[float]) -> tuple[Frame, dict[str, Any]] | None:
    """The frame and the element at a box of the window."""
    x, y, width, height = box
    try:
        left, top = await corner(root)
    except (PlaywrightError, ScriptError, KeyError, IndexError):
        return None
    x, y, at = x - left, y - top, root
    for _ in range(_DEEP):
        seen = await ask(at, "watch_at", x, y, max(width, CELL), max(height, CELL))
        if not seen:
            return None
        if not seen["frame"]:
            return at, seen
        try:
            inner = await at.frame_of("(mark) => globalThis.a11ycheckMarked[mark]", seen["mark"])
        except ScriptError:
            return None
        below = next((child for child in at.children if child.id == inner), None)
        if below is None:
            return at, seen
        x, y, at = x - seen["left"], y - seen["top"], below
    return None
