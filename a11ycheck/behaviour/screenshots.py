"""Pictures as trials handle them: of the window, opened, put side by side, and small for a report."""

from __future__ import annotations

import base64
import io

from PIL import Image
from playwright.async_api import CDPSession

from a11ycheck.model import Evidence

_GAP = 8


async def window_picture(session: CDPSession) -> bytes:
    """The window as it looks now, PNG; equal bytes are equal pixels. Raises PlaywrightError."""
    shot = await session.send("Page.captureScreenshot", {"format": "png", "optimizeForSpeed": True})
    return base64.b64decode(shot["data"])


def opened(picture: bytes) -> Image.Image:
    """A picture in three colours."""
    return Image.open(io.BytesIO(picture)).convert("RGB")


def side_by_side(one: Image.Image, other: Image.Image) -> Evidence:
    """Two pictures of the same place as one, for a report."""
    both = Image.new("RGB", (one.width + other.width + _GAP, max(one.height, other.height)), "white")
    both.paste(one, (0, 0))
    both.paste(other, (one.width + _GAP, 0))
    return jpeg(both)


def jpeg(image: Image.Image) -> Evidence:
    """An image as a picture for reports."""
    file = io.BytesIO()
    image.convert("RGB").save(file, "JPEG", quality=70)
    return Evidence("screenshot", "image/jpeg", base64.b64encode(file.getvalue()).decode())
