"""Small pictures of a place in a frame, with what is meant in it framed in red."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from a11ycheck.behaviour.screenshots import jpeg, opened
from a11ycheck.browser.frames import Frame, Frames
from a11ycheck.model import Evidence

_MARGIN = 40
_WIDEST, _HIGHEST = 800, 400
_RED = (200, 0, 30)

Box = Sequence[float]
"""Left, top, width and height in pixels of the frame."""


_PLAIN = 40
"""Of 255: letters differ more than that from what is behind them, or nobody can read them."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture and boxes in it, in its own pixels."""

    image: Image.Image
    boxes: Sequence[tuple[float, float, float, float]]

    def drawn(self, n: int) -> bool:
        """Whether something is drawn in a box: it is not of one colour. A box outside the picture may hold anything."""
        left, top, right, bottom = self.boxes[n]
        part = max(0, left), max(0, top), min(right, self.image.width), min(bottom, self.image.height)
        if part[2] - part[0] < 2 or part[3] - part[1] < 2:
            return True
        return spread(self.image.crop(part)) > _PLAIN

    def marked(self, first: int) -> Evidence:
        """The picture with the first boxes framed in red."""
        image = self.image.copy()
        pen = ImageDraw.Draw(image)
        for left, top, right, bottom in self.boxes[:first]:
            pen.rectangle((left - 2, top - 2, right + 2, bottom + 2), outline=_RED, width=2)
        return jpeg(image)


async def marked(frames: Frames, frame: Frame, boxes: Sequence[Box]) -> Evidence | None:
    """A picture with the boxes framed; None where nothing can be shown. Raises PlaywrightError and ScriptError."""
    shot = await shoot(frames, frame, boxes)
    return shot.marked(len(boxes)) if shot else None


async def shoot(frames: Frames, frame: Frame, boxes: Sequence[Box]) -> Shot | None:
    """The place of some boxes; None where nothing can be shown. Raises PlaywrightError, ScriptError, KeyError and
    IndexError."""
    left, top = await corner(frame)
    view = (await frames.session.send("Page.getLayoutMetrics"))["cssVisualViewport"]
    placed = [(x + left + view["pageX"], y + top + view["pageY"], w, h) for x, y, w, h in boxes]
    x, y = max(0.0, min(b[0] for b in placed) - _MARGIN), max(0.0, min(b[1] for b in placed) - _MARGIN)
    wide = min(max(b[0] + b[2] for b in placed) + _MARGIN - x, _WIDEST)
    high = min(max(b[1] + b[3] for b in placed) + _MARGIN - y, _HIGHEST)
    if wide < 2 or high < 2:
        return None
    clip = {"x": x, "y": y, "width": wide, "height": high, "scale": 1}
    asked = {"format": "png", "clip": clip, "captureBeyondViewport": True}
    data = (await frames.session.send("Page.captureScreenshot", asked))["data"]
    image = opened(base64.b64decode(data))
    return Shot(image, [(bx - x, by - y, bx - x + bw, by - y + bh) for bx, by, bw, bh in placed])


def spread(image: Image.Image) -> int:
    """How far its pixels lie apart in one colour, of 255; 0 where it has none."""
    pixels = np.asarray(image)
    return int(np.ptp(pixels.reshape(-1, pixels.shape[-1]), axis=0).max()) if pixels.size else 0


async def corner(frame: Frame) -> tuple[float, float]:
    """Where a frame begins in the window, in pixels: content quads count from the window, boxes from the frame."""
    call = {"functionDeclaration": "() => document.documentElement", "executionContextId": frame.world}
    element = {"objectId": (await frame.session.send("Runtime.callFunctionOn", call))["result"]["objectId"]}
    quad = (await frame.session.send("DOM.getContentQuads", element))["quads"][0]
    left, top = await frame.run(
        """() => {
          const { left, top } = document.documentElement.getBoundingClientRect();
          const style = getComputedStyle(document.documentElement);
          const inner = (side) => parseFloat(style[`padding${side}`]) + parseFloat(style[`border${side}Width`]);
          return [left + inner("Left"), top + inner("Top")];
        }"""
    )
    return min(quad[::2]) - left, min(quad[1::2]) - top
