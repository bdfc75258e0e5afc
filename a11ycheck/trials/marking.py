"""A small picture of a place in a frame, with what is meant in it framed in red."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from a11ycheck.frames import Frame, Frames
from a11ycheck.model import Evidence

_MARGIN = 40
_WIDEST, _HIGHEST = 800, 400
_RED = (200, 0, 30)

Box = Sequence[float]
"""Left, top, width and height in pixels of the frame."""


async def marked(frames: Frames, frame: Frame, boxes: Sequence[Box]) -> Evidence | None:
    """The picture; None where nothing of it can be shown. Raises PlaywrightError and ScriptError."""
    left, top = await corner(frame)
    view = (await frames.session.send("Page.getLayoutMetrics"))["cssVisualViewport"]
    placed = [(x + left + view["pageX"], y + top + view["pageY"], w, h) for x, y, w, h in boxes]
    x, y = max(0.0, min(b[0] for b in placed) - _MARGIN), max(0.0, min(b[1] for b in placed) - _MARGIN)
    wide = min(max(b[0] + b[2] for b in placed) + _MARGIN - x, _WIDEST)
    high = min(max(b[1] + b[3] for b in placed) + _MARGIN - y, _HIGHEST)
    if wide < 2 or high < 2:
        return None
    clip = {"x": x, "y": y, "width": wide, "height": high, "scale": 1}
    shot = await frames.session.send(
        "Page.captureScreenshot", {"format": "png", "clip": clip, "captureBeyondViewport": True}
    )
    image = Image.open(io.BytesIO(base64.b64decode(shot["data"]))).convert("RGB")
    pen = ImageDraw.Draw(image)
    for bx, by, bw, bh in placed:
        pen.rectangle((bx - x - 2, by - y - 2, bx - x + bw + 2, by - y + bh + 2), outline=_RED, width=2)
    return jpeg(image)


def jpeg(image: Image.Image) -> Evidence:
    """An image as a picture for reports."""
    file = io.BytesIO()
    image.convert("RGB").save(file, "JPEG", quality=70)
    return Evidence("screenshot", "image/jpeg", base64.b64encode(file.getvalue()).decode())


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
