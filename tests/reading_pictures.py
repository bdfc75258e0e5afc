"""Read the words in a picture, as somebody would who got hold of a report."""

from __future__ import annotations

import logging
from functools import cache
from typing import Any

import numpy as np
from PIL import Image


def read_picture(picture: Image.Image) -> str:
    """Return the words that can be read in a picture, in small letters and without spaces.

    A tall picture is read in parts, because the reader makes it smaller.
    """
    found: list[str] = []
    for top in range(0, picture.height, 560):
        part = picture.convert("RGB").crop((0, top, picture.width, min(picture.height, top + 640)))
        found += _reader()(np.asarray(part)[:, :, ::-1]).txts or ()
    return "".join("".join(found).lower().split())


@cache
def _reader() -> Any:
    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR()
