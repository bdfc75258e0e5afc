"""Small pictures of a place in a frame, in which what a finding is about is outlined in red."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from a11ycheck.behaviour.window_pictures import colour_range, open_picture
from a11ycheck.browser.frames import Frame, Frames
from a11ycheck.browser.geometry import WindowBox, frame_corner
from a11ycheck.browser.masking import jpeg, masked, secret_boxes
from a11ycheck.model import Evidence

_MARGIN = 40
_WIDEST, _HIGHEST = 800, 400
_RED = (200, 0, 30)
_LEGIBLE = 40
"""Of 255: letters that differ less from their background cannot be read."""

FrameBox = Sequence[float]
"""Left, top, width and height in CSS pixels of the frame."""


@dataclass(frozen=True, slots=True)
class PlacePicture:
    """A picture of a place, and boxes in it: left, top, right and bottom in pixels of the picture.

    `secrets` are boxes of the same kind as in masking.py, from the corner of the picture.
    """

    image: Image.Image
    boxes: Sequence[tuple[float, float, float, float]]
    secrets: Sequence[WindowBox]

    def has_content(self, n: int) -> bool:
        """Return whether box `n` has more than one colour. A box outside the picture may hold anything."""
        left, top, right, bottom = self.boxes[n]
        part = max(0, left), max(0, top), min(right, self.image.width), min(bottom, self.image.height)
        if part[2] - part[0] < 2 or part[3] - part[1] < 2:
            return True
        return colour_range(self.image.crop(part)) > _LEGIBLE

    def outlined(self, count: int) -> Evidence:
        """Return the picture with the first `count` boxes outlined in red."""
        image = masked(self.image, self.secrets)
        pen = ImageDraw.Draw(image)
        for left, top, right, bottom in self.boxes[:count]:
            pen.rectangle((left - 2, top - 2, right + 2, bottom + 2), outline=_RED, width=2)
        return jpeg(image)


async def outlined_picture(frames: Frames, frame: Frame, boxes: Sequence[FrameBox]) -> Evidence | None:
    """Return a picture with these boxes outlined, or None where nothing can be shown. Raises as `place_picture`."""
    picture = await place_picture(frames, frame, boxes)
    return picture.outlined(len(boxes)) if picture else None


async def place_picture(frames: Frames, frame: Frame, boxes: Sequence[FrameBox]) -> PlacePicture | None:
    """Return a picture around these boxes of a frame, or None where nothing can be shown.

    Raises PlaywrightError, ScriptError, KeyError and IndexError.
    """
    left, top = await frame_corner(frame)
    view = (await frames.session.send("Page.getLayoutMetrics"))["cssVisualViewport"]
    placed = [(x + left + view["pageX"], y + top + view["pageY"], w, h) for x, y, w, h in boxes]
    x, y = max(0.0, min(b[0] for b in placed) - _MARGIN), max(0.0, min(b[1] for b in placed) - _MARGIN)
    width = min(max(b[0] + b[2] for b in placed) + _MARGIN - x, _WIDEST)
    height = min(max(b[1] + b[3] for b in placed) + _MARGIN - y, _HIGHEST)
    if width < 2 or height < 2:
        return None
    clip = {"x": x, "y": y, "width": width, "height": height, "scale": 1}
    options = {"format": "png", "clip": clip, "captureBeyondViewport": True}
    data = (await frames.session.send("Page.captureScreenshot", options))["data"]
    image = open_picture(base64.b64decode(data))
    window = (x - view["pageX"], y - view["pageY"], width, height)
    secrets = [(sx - window[0], sy - window[1], w, h) for sx, sy, w, h in await secret_boxes(frames, window)]
    return PlacePicture(image, [(bx - x, by - y, bx - x + bw, by - y + bh) for bx, by, bw, bh in placed], secrets)
