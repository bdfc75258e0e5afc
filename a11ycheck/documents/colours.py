"""The contrast of two colours as WCAG defines it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""

from __future__ import annotations

import re

LARGE, LARGE_BOLD = 18.0, 14.0
"""Points from which text counts as large, and from which bold text does (1.4.3)."""
HIDDEN = 1.2
"""Below this ratio text is hidden on purpose, or its background was not recognised, so it is not reported."""

_HEX = re.compile(r"[0-9A-Fa-f]{6}")


def is_colour(value: str | None) -> bool:
    """Return whether this is six hexadecimal digits."""
    return bool(value and _HEX.fullmatch(value))


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast ratio of two colours of six hexadecimal digits, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def low_contrast(text: str, ground: str, points: float, bold: bool) -> float:
    """Return the ratio when it is less than 1.4.3 asks for text of this size, else 0."""
    least = 3.0 if points >= LARGE or (bold and points >= LARGE_BOLD) else 4.5
    found = contrast_ratio(text, ground)
    return found if HIDDEN <= found < least else 0.0


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
