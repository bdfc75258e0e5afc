"""Hide e-mail addresses, tokens, names and the contents of fields in pictures.

The page is left alone: what stands where is read beside the picture, and the picture is painted over. A bar in the
colour of the letters, on the colour behind them, takes their place, so that a lack of contrast can still be seen. What
is drawn (a canvas, an image, a video) and what is in a closed shadow root cannot be read, so it is not hidden.
"""

from __future__ import annotations

import base64
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NewType, TypedDict, cast

from PIL import Image, ImageDraw
from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.frames import Frame, Frames, ScriptError
from a11ycheck.browser.geometry import WindowBox, frame_corner
from a11ycheck.inpage import script
from a11ycheck.model import Evidence
from a11ycheck.text import redact

MaskedImage = NewType("MaskedImage", Image.Image)
"""An image in which nothing secret can be read; only `masked` makes one."""

QUALITY = 70
"""Of the JPEG pictures in reports."""
_EDGE = 2
"""Pixels around a word that are painted over too: letters reach beyond their box."""
_BAR = (0.3, 0.7)
"""Where the bar begins and ends, as parts of the height of a word."""
_SEEN = 0.005
"""The part of a box that a colour must have to be that of the letters."""
_FAR = 1e6
_MOSAIC = 24
"""Pixels of one tile of a mosaic, in which no letter can be read."""

Corner = tuple[float, float]
Word = tuple[str, list[WindowBox]]


class _Readable(TypedDict):
    lines: list[list[Word]]
    fields: list[WindowBox]


async def secret_boxes(frames: Frames, area: WindowBox) -> list[WindowBox]:
    """Return what must not be read in an area of the window, in CSS pixels of the window.

    All frames of the page are read as they are now, also those around a lesson. Raises PlaywrightError, ScriptError,
    KeyError and IndexError; then no picture may be kept.
    """
    found: list[WindowBox] = []
    waiting = [(await frames.read(), (0.0, 0.0))]
    while waiting:
        frame, process = waiting.pop()
        found += await _boxes_in_frame(frame, process, area)
        for child in frame.children:
            other = child.session is not frame.session
            waiting.append((child, await _process_corner(frame, child, process) if other else process))
    return found


async def _process_corner(frame: Frame, child: Frame, process: Corner) -> Corner:
    """Return where a frame with a process of its own begins in the window: it counts from there."""
    try:
        owner = await frame.session.send("DOM.getFrameOwner", {"frameId": child.id})
        box = await frame.session.send("DOM.getBoxModel", {"backendNodeId": owner["backendNodeId"]})
    except PlaywrightError:
        return process  # it is hidden, or it left
    quad = box["model"]["content"]
    return process[0] + quad[0], process[1] + quad[1]


async def _boxes_in_frame(frame: Frame, process: Corner, area: WindowBox) -> list[WindowBox]:
    try:
        left, top = await frame_corner(frame)
    except (PlaywrightError, KeyError, IndexError):
        readable = await _read(frame, (-_FAR, -_FAR, 2 * _FAR, 2 * _FAR))
        if readable["fields"] or readable["lines"]:
            raise
        return []  # a hidden frame has no box, and nothing in it can be read
    left, top = left + process[0], top + process[1]
    readable = await _read(frame, (area[0] - left, area[1] - top, area[2], area[3]))
    boxes = [*readable["fields"], *_secret_words(readable["lines"])]
    return [(box[0] + left, box[1] + top, box[2], box[3]) for box in boxes]


async def _read(frame: Frame, area: WindowBox) -> _Readable:
    x, y, width, height = area
    readable: _Readable = await frame.run(script("browser/readable"), [x, y, x + width, y + height])
    return readable


def masked(
    image: Image.Image, boxes: Iterable[WindowBox], corner: Sequence[float] = (0.0, 0.0), scale: float = 1.0
) -> MaskedImage:
    """Return an image with these boxes of the window painted over.

    `corner` is the place in the window where the image begins, `scale` its pixels for each CSS pixel.
    """
    clean = image.convert("RGB")
    for x, y, width, height in boxes:
        left, top = (x - corner[0]) * scale, (y - corner[1]) * scale
        right, bottom = left + width * scale + 1, top + height * scale + 1
        part = (
            max(0, int(left) - _EDGE),
            max(0, int(top) - _EDGE),
            min(clean.width, int(right) + _EDGE),
            min(clean.height, int(bottom) + _EDGE),
        )
        if part[2] > part[0] and part[3] > part[1]:
            _paint(clean, part)
    return MaskedImage(clean)


def mosaic(image: Image.Image) -> MaskedImage:
    """Return an image in which no letter can be read, for what moves: nobody knows where a word was by then."""
    tiles = (max(1, image.width // _MOSAIC), max(1, image.height // _MOSAIC))
    small = image.convert("RGB").resize(tiles, Image.Resampling.BOX)
    return MaskedImage(small.resize(image.size, Image.Resampling.NEAREST))


def jpeg(image: MaskedImage) -> Evidence:
    """Return an image as a picture for a report."""
    file = io.BytesIO()
    image.save(file, "JPEG", quality=QUALITY)
    return Evidence("screenshot", "image/jpeg", base64.b64encode(file.getvalue()).decode())


async def boxes_or_none(frames: Frames, area: WindowBox) -> list[WindowBox] | None:
    """Do the same as `secret_boxes`, but return None where the page could not be read."""
    try:
        return await secret_boxes(frames, area)
    except (PlaywrightError, ScriptError, KeyError, IndexError):
        return None


def _secret_words(lines: list[list[Word]]) -> Iterable[WindowBox]:
    """Yield the boxes of words that do not stand in a report.

    All lines are read as one text: the name of a secret may stand in the cell beside it.
    """
    words = [word for line in lines for word in line]
    if not words:
        return
    whole = "\n".join(" ".join(text for text, _ in line) for line in lines)
    kept = Counter(redact.text(whole).split())
    shown = Counter(text for text, _ in words)
    for text, boxes in words:
        if shown[text] > kept[text] or redact.url(text) != text:
            yield from boxes


def _paint(image: Image.Image, part: tuple[int, int, int, int]) -> None:
    pixels = (part[2] - part[0]) * (part[3] - part[1])
    counted = cast("list[tuple[int, tuple[int, int, int]]]", image.crop(part).getcolors(pixels))
    back = max(counted)[1]
    inks = [colour for count, colour in counted if count >= _SEEN * pixels]
    ink = max(inks, key=lambda colour: sum(abs(one - other) for one, other in zip(colour, back, strict=True)))
    pen = ImageDraw.Draw(image)
    pen.rectangle((part[0], part[1], part[2] - 1, part[3] - 1), fill=back)
    height = part[3] - part[1]
    bar = (part[0] + _EDGE, part[1] + height * _BAR[0], part[2] - 1 - _EDGE, part[1] + height * _BAR[1])
    if bar[2] > bar[0] and bar[3] > bar[1]:
        pen.rectangle(bar, fill=ink)
