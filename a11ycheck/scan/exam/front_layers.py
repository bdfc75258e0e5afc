"""A layer over the page, such as a consent dialog: judge it as a screen of its own, and close it as a person would."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypedDict, TypeGuard

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.pointer import Pointer
from a11ycheck.browser.frames import Frame, Frames, ScriptError
from a11ycheck.inpage import script

MOST_LAYERS = 6
"""Layers that are closed before one page: a tour has several."""
MOST_SECONDS = 15.0
"""Seconds for all layers of one page."""
CLOSES = 1.2
"""Seconds that a layer may take to disappear."""
PACE = 0.12
"""Seconds between two looks at whether it has."""


class Layer(TypedDict):
    """A layer in front of a page: its mark in its frame, its name, and what it is recognised by."""

    mark: int
    name: str
    key: str


JudgeLayer = Callable[[Layer, Frame], Awaitable[None]]
"""Judges a layer that was not seen before, in this frame, while it is shown."""


@dataclass(slots=True)
class LayerClosing:
    """How layers may be closed, and the keys of those `judged` so far on this site.

    With `freely`, anything may be pressed, as in packages: nothing of them arrives anywhere.
    """

    freely: bool
    judged: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Cleared:
    """What became of the layers over a page: how many were `closed`, and the name of one that `stays`, "" for none."""

    closed: int = 0
    stays: str = ""


FoundLayer = tuple[Frame, Layer]
"""A layer, and the frame that it is in."""


async def find_layer(root: Frame, closing: LayerClosing) -> FoundLayer | None:
    """Return the layer that lies over the screen; None when nothing does. Raises ScriptError."""
    for frame in root.walk():
        try:
            found: Layer | None = await frame.run(script("scan/front_layer.find"), closing.freely)
        except ScriptError:
            if frame is root:
                raise
            continue  # a frame that left lies over nothing
        if found and (frame is root or await _fills_window(root, frame)):
            return frame, found
    return None


async def clear_way(frames: Frames, root: Frame, closing: LayerClosing, judge: JudgeLayer | None = None) -> Cleared:
    """Close the layers that lie over a screen, one after the other, each judged when it is seen for the first time.

    Raises ScriptError when the screen has gone.
    """
    until = time.monotonic() + MOST_SECONDS
    closed, found = 0, await find_layer(root, closing)
    while found and closed < MOST_LAYERS:
        frame, layer = found
        if judge and layer["key"] not in closing.judged:
            closing.judged.add(layer["key"])
            began = time.monotonic()
            await judge(layer, frame)
            until += time.monotonic() - began
        after = await _close(frames, root, found, closing, until)
        if _is_still(after, layer):
            return Cleared(closed, layer["name"] or "…")
        closed, found = closed + 1, after
    return Cleared(closed, (found[1]["name"] or "…") if found else "")


async def _close(
    frames: Frames, root: Frame, found: FoundLayer, closing: LayerClosing, until: float
) -> FoundLayer | None:
    """Close a layer by Escape, else by a control of it; return the layer that is in front then, None for none."""
    frame, layer = found
    pointer = Pointer(frames, frame)
    await pointer.call("dialogs.focusWindow")
    await frames.page.keyboard.press("Escape")
    now = await _after(root, layer, closing)
    for turn in range(2):
        if not _is_still(now, layer) or time.monotonic() > until:
            return now
        if turn and not (closing.freely and await frame.run(script("scan/front_layer.tick"), now[1]["mark"])):
            return now
        for mark in await frame.run(script("scan/front_layer.closers"), now[1]["mark"], closing.freely):
            try:
                await pointer.click(mark)
            except PlaywrightError:
                continue
            now = await _after(root, layer, closing)
            if not _is_still(now, layer) or time.monotonic() > until:
                return now
    return now


async def _after(root: Frame, layer: Layer, closing: LayerClosing) -> FoundLayer | None:
    """Return the layer that is in front once this one had time to disappear; None for none."""
    deadline = time.monotonic() + CLOSES
    while True:
        await asyncio.sleep(PACE)
        now = await find_layer(root, closing)
        if not _is_still(now, layer) or time.monotonic() > deadline:
            return now


def _is_still(now: FoundLayer | None, layer: Layer) -> TypeGuard[FoundLayer]:
    """Return whether what is in front now is the same layer."""
    return now is not None and now[1]["key"] == layer["key"]


async def _fills_window(root: Frame, frame: Frame) -> bool:
    size = "() => innerWidth * innerHeight"
    try:
        whole, part = await root.run(size), await frame.run(size)
    except ScriptError:
        return False
    return float(part) >= float(whole) / 2
