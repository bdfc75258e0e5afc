"""Draw the path of the Tab key on a picture of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from a11ycheck.behaviour.window_pictures import open_picture, window_picture
from a11ycheck.browser.frames import Frames
from a11ycheck.browser.geometry import WindowBox
from a11ycheck.browser.masking import MaskedImage, jpeg, masked, secret_boxes
from a11ycheck.model import Evidence

SCALE = 0.6
_LINE, _DISC, _DARK = "#c2185b", 10, "#6a0033"


async def tab_order_picture(page: Frames, boxes: Sequence[tuple[int, WindowBox]]) -> Evidence:
    """Return the window with the number of each stop on its box, and a line from each stop to the next.

    Raises PlaywrightError, ScriptError, KeyError and IndexError.
    """
    window = open_picture(await window_picture(page.session))
    window = masked(window, await secret_boxes(page, (0, 0, window.width, window.height)))
    view = (await page.session.send("Page.getLayoutMetrics"))["cssVisualViewport"]["clientWidth"] or window.width
    size = (int(view * SCALE), int(view * SCALE * window.height / window.width))
    picture = window.resize(size, Image.Resampling.LANCZOS)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(size=12)
    centres = []
    for number, (x, y, width, height) in boxes:
        edges = [x * SCALE, y * SCALE, (x + width) * SCALE, (y + height) * SCALE]
        if edges[2] > edges[0] and edges[3] > edges[1]:
            draw.rectangle(edges, outline=_LINE, width=2)
        centres.append((number, _inside(edges[0], size[0]), _inside(edges[1], size[1])))
    draw.line([(x, y) for _, x, y in centres], fill=_LINE, width=2)
    for number, x, y in centres:
        draw.ellipse((x - _DISC, y - _DISC, x + _DISC, y + _DISC), fill=_DARK, outline="white")
        draw.text((x, y), str(number), fill="white", font=font, anchor="mm")
    return jpeg(MaskedImage(picture))


def _inside(value: float, most: int) -> float:
    return min(max(value, _DISC + 1.0), most - _DISC - 1.0)
