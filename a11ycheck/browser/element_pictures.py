"""Take small pictures of elements while their screen is still there."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Mapping, Sequence

from PIL import Image
from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.frames import Frame, Frames, ScriptError
from a11ycheck.browser.geometry import WindowBox
from a11ycheck.browser.masking import QUALITY, jpeg, masked, secret_boxes
from a11ycheck.evidence.hits import Hit
from a11ycheck.inpage import script
from a11ycheck.model import Evidence

_MARGIN = 16
_WIDE, _HIGH = 320, 120
"""The least size of a picture, in CSS pixels: a bare radio button does not show where it is."""
_WIDEST, _HIGHEST = 800, 400


async def take_pictures(
    page: Frames, root: Frame, hits: Sequence[Hit], available: Mapping[str, Evidence], wanted: Iterable[int]
) -> dict[int, Evidence]:
    """Return pictures of the `wanted` hits, by their index; `available` are those that behaviours took, by name."""
    frames = {frame.id: frame for frame in root.walk()}
    taken: dict[int, Evidence] = {}
    for n in wanted:
        frame = frames.get(hits[n].place[0])
        picture = available.get(hits[n].picture)
        if frame and not picture:
            picture = await _element_picture(page, frame, hits[n].place[1])
        if picture:
            taken[n] = picture
    return taken


async def _element_picture(page: Frames, frame: Frame, parts: tuple[str, ...]) -> Evidence | None:
    try:
        element = {"objectId": await frame.object_of(script("browser/find_place"), *parts)}
        await frame.session.send("DOM.scrollIntoViewIfNeeded", element)
        quad = (await frame.session.send("DOM.getContentQuads", element))["quads"][0]
        view = (await page.session.send("Page.getLayoutMetrics"))["cssVisualViewport"]
        left, top, right, bottom = min(quad[::2]), min(quad[1::2]), max(quad[::2]), max(quad[1::2])
        if right - left < 2 or bottom - top < 2:
            return None
        x, width = _span(left, right, (_WIDE, _WIDEST), view["clientWidth"])
        y, height = _span(top, bottom, (_HIGH, _HIGHEST), view["clientHeight"])
        clip = {"x": x + view["pageX"], "y": y + view["pageY"], "width": width, "height": height, "scale": 1}
        if clip["width"] < 2 or clip["height"] < 2:
            return None
        area = (x, y, width, height)
        before = await secret_boxes(page, area)
        options = {"format": "png", "optimizeForSpeed": True} if before else {"format": "jpeg", "quality": QUALITY}
        data = (await page.session.send("Page.captureScreenshot", {**options, "clip": clip}))["data"]
        boxes = [*before, *await secret_boxes(page, area)]  # what moves meanwhile is hidden in both places
        return _picture_of(data, boxes, area) if boxes else Evidence("screenshot", "image/jpeg", data)
    except (PlaywrightError, ScriptError, KeyError, IndexError):
        return None  # the element went away or has no box: the finding is reported without a picture


def _picture_of(data: str, boxes: Sequence[WindowBox], area: WindowBox) -> Evidence:
    """Return a picture of an area of the window, base64, with these boxes of the window painted over."""
    image = Image.open(io.BytesIO(base64.b64decode(data)))
    return jpeg(masked(image, boxes, area[:2], image.width / area[2]))


def _span(start: float, end: float, lengths: tuple[int, int], room: float) -> tuple[float, float]:
    """Return where a picture begins and how long it is, along one axis, with a margin around the element.

    `lengths` are the least and the greatest length, `room` is the length of the window.
    """
    least, most = lengths
    margin = max(_MARGIN, (least - (end - start)) / 2)
    begin = max(0.0, start - margin)
    return begin, min(end + margin - begin, most, room - begin)
