"""Measure the contrast of letters in two pictures of the window: with the letters, and with transparent ones.

What differs between the two is the ink of a letter. The pixels around it are what a person sees it against.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

import numpy as np
from PIL import Image

Pixels = np.ndarray
_INK = 6
"""Of 255: by how much a pixel must differ to be ink."""
_HIDDEN = 1.3
"""Letters with at least this contrast leave ink, unless something covers them."""
_MOVES = 0.92
"""The part of a box that no letter fills: where more of it differs, what is behind the text moves."""
_SPECKS = 0.1
"""The part of the pixels behind a letter that a person looks past, such as the grain of a photo."""


class Text(TypedDict):
    """What inpage/judging/contrast_texts.js tells of a text; boxes are in CSS pixels of its frame."""

    seen: str
    letters: list[list[float]]
    tiles: bool
    behind: bool
    color: list[int]
    alpha: float
    plain: bool
    large: bool
    decoration: bool


class PlainText(TypedDict):
    """What inpage/judging/contrast_grounds.js tells of a text that needs no picture."""

    color: list[int]
    alpha: float
    large: bool
    ground: list[int]


@dataclass(frozen=True, slots=True)
class Contrast:
    """The contrast ratios of a text. `behind` is the colour behind the letter that is hardest to read.

    `best` is the greatest ratio of that letter, `middle` that of the median letter, `worst` the least ratio of any
    letter, without specks, `medians` those that half of the pixels around each letter reach. `moves`: the pictures
    differ in more than the letters.
    """

    best: float
    middle: float
    worst: float
    medians: tuple[float, ...]
    behind: tuple[int, int, int]
    moves: bool

    def has_low(self, least: float) -> bool:
        """Return whether a letter lacks this contrast with half of the pixels around it."""
        return any(ratio < least for ratio in self.medians)


@dataclass(frozen=True, slots=True)
class _Letter:
    best: float
    median: float
    worst: float
    behind: tuple[int, int, int]
    moves: bool


def measure(text: Text, boxes: Sequence[Sequence[float]], inked: Pixels, bare: Pixels) -> Contrast | None:
    """Return the contrast of a text, or None where no letter of it is painted.

    `boxes` are those of its letters in pixels of the pictures: left, top, width, height.
    """
    letters = [found for box in boxes if (found := _letter(text, box, inked, bare))]
    if not letters:
        return None
    low = min(letters, key=lambda letter: letter.best)
    best = sorted(letter.best for letter in letters)
    return Contrast(
        low.best,
        best[len(best) // 2],
        min(letter.worst for letter in letters),
        tuple(letter.median for letter in letters),
        low.behind,
        any(letter.moves for letter in letters),
    )


def ratio_on(text: PlainText) -> float:
    """Return the contrast ratio of a text with the one colour behind it."""
    return float(_ratios(text, np.array([text["ground"]]))[0])


def pixels_of(image: Image.Image) -> Pixels:
    """Return the pixels of an RGB image, rows first."""
    return np.asarray(image).astype(np.int16)


def _letter(text: Text, box: Sequence[float], inked: Pixels, bare: Pixels) -> _Letter | None:
    left, top = max(0, int(box[0])), max(0, int(box[1]))
    right, bottom = int(np.ceil(box[0] + box[2])), int(np.ceil(box[1] + box[3]))
    front, back = inked[top:bottom, left:right], bare[top:bottom, left:right]
    if not back.size:
        return None
    ink = np.abs(front - back).max(axis=2) > _INK
    near = _grown(ink) if ink.any() else np.ones_like(ink)
    behind = back[near]
    ratios = _ratios(text, behind)
    if not ink.any() and (text["tiles"] or np.median(ratios) >= _HIDDEN):
        return None
    if not text["plain"] and ink.any():
        ratios = np.maximum(_between(front[ink], back[ink]), 1.0)
        behind = back[ink]
        ratios = np.full_like(ratios, np.quantile(ratios, 0.95))  # the edge of a letter is paler than its middle
    at = int(np.argmax(ratios))
    colour = (int(behind[at][0]), int(behind[at][1]), int(behind[at][2]))
    worst = float(np.quantile(ratios, _SPECKS))
    moves = bool(ink.mean() > _MOVES and ink.size > 100)
    return _Letter(float(ratios[at]), float(np.median(ratios)), worst, colour, moves)


def _grown(ink: Pixels) -> Pixels:
    """Return the ink with the pixels beside it."""
    grown = ink.copy()
    grown[1:] |= ink[:-1]
    grown[:-1] |= ink[1:]
    across = grown.copy()
    across[:, 1:] |= grown[:, :-1]
    across[:, :-1] |= grown[:, 1:]
    return across


def _ratios(text: Text | PlainText, behind: Pixels) -> Pixels:
    """Return the contrast of the colour of a text with each of these pixels."""
    return _between(np.array(text["color"]) * text["alpha"] + behind * (1 - text["alpha"]), behind)


def _between(front: Pixels, back: Pixels) -> Pixels:
    """Return the contrast ratios of WCAG between pixels."""
    one, other = _luminance(front), _luminance(back)
    ratios: Pixels = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
    return ratios


def _luminance(pixels: Pixels) -> Pixels:
    value = pixels / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    luminance: Pixels = linear @ np.array([0.2126, 0.7152, 0.0722])
    return luminance
