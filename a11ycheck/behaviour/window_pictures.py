"""Pictures of the browser's window: take one, open it, put two side by side, make one small for a report."""

from __future__ import annotations

import base64
import io

import numpy as np
from PIL import Image
from playwright.async_api import CDPSession

from a11ycheck.browser.masking import MaskedImage, jpeg
from a11ycheck.model import Evidence

_GAP = 8


async def window_picture(session: CDPSession) -> bytes:
    """Return the window as it looks now, as PNG; equal bytes are equal pixels. Raises PlaywrightError."""
    answer = await session.send("Page.captureScreenshot", {"format": "png", "optimizeForSpeed": True})
    return base64.b64decode(answer["data"])


def open_picture(picture: bytes) -> Image.Image:
    """Return a picture as an RGB image."""
    return Image.open(io.BytesIO(picture)).convert("RGB")


def side_by_side(left: MaskedImage, right: MaskedImage) -> Evidence:
    """Return two pictures of the same place as one picture for a report."""
    both = Image.new("RGB", (left.width + right.width + _GAP, max(left.height, right.height)), "white")
    both.paste(left, (0, 0))
    both.paste(right, (left.width + _GAP, 0))
    return jpeg(MaskedImage(both))


def colour_range(image: Image.Image) -> int:
    """Return how far the pixels of an image lie apart in one colour, from 0 to 255; 0 for an empty image."""
    pixels = np.asarray(image)
    return int(np.ptp(pixels.reshape(-1, pixels.shape[-1]), axis=0).max()) if pixels.size else 0
