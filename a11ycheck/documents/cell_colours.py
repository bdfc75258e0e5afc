"""The colours of text and background that styles of cells set, where the file tells both."""

from __future__ import annotations

from dataclasses import dataclass

from a11ycheck.documents.colours import is_colour
from a11ycheck.documents.ooxml import OfficeParts, XmlElement, first_descendant
from a11ycheck.web.xml import attribute, child, children

WHITE, BLACK = "FFFFFF", "000000"
DEFAULT_POINTS = 11.0
_THEME = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
"""The meaning of the numbers in `theme` (18.8.3, with light and dark exchanged as Excel does)."""


@dataclass(frozen=True, slots=True)
class CellStyle:
    """The look of text in a cell; `filled` tells whether the cell sets a background colour itself."""

    text: str
    ground: str
    points: float
    bold: bool
    filled: bool


class CellStyles:
    """The cell styles of a workbook."""

    def __init__(self, parts: OfficeParts) -> None:
        name = next(iter(parts.related(parts.main, "styles")), "")
        root = parts.xml(name) if name else None
        theme = next(iter(parts.related(parts.main, "theme")), "")
        self._theme = _theme(parts.xml(theme) if theme else None)
        fonts = children(child(root, "fonts"), "font")
        fills = children(child(root, "fills"), "fill")
        self._pairs = [self._pair(one, fonts, fills) for one in children(child(root, "cellXfs"), "xf")]

    def of(self, style: str) -> CellStyle | None:
        """Return the style with this number; None when its colours cannot be known."""
        number = int(style) if style.isdigit() else 0
        return self._pairs[number] if number < len(self._pairs) else None

    def _pair(self, style: XmlElement, fonts: list[XmlElement], fills: list[XmlElement]) -> CellStyle | None:
        font, fill = _numbered(fonts, attribute(style, "fontId")), _numbered(fills, attribute(style, "fillId"))
        if font is None:
            return None
        colour = child(font, "color")
        text = BLACK if colour is None else self._colour(colour)
        pattern = child(fill, "patternFill")
        kind = "none" if pattern is None else attribute(pattern, "patternType") or "none"
        ground = WHITE if kind == "none" else ""
        if kind == "solid":
            ground = self._colour(child(pattern, "fgColor"))
        if not text or not ground or (fill is not None and child(fill, "gradientFill") is not None):
            return None
        size, weight = child(font, "sz"), child(font, "b")
        points = float(attribute(size, "val") or DEFAULT_POINTS) if size is not None else DEFAULT_POINTS
        bold = weight is not None and attribute(weight, "val") not in ("0", "false")
        return CellStyle(text, ground, points, bold, kind == "solid")

    def _colour(self, colour: XmlElement | None) -> str:
        """Return six hexadecimal digits; "" for tints and for numbers of old palettes."""
        if colour is None or attribute(colour, "tint") not in ("", "0"):
            return ""
        rgb_digits = attribute(colour, "rgb")[-6:]
        if is_colour(rgb_digits):
            return rgb_digits.upper()
        number = attribute(colour, "theme")
        return self._theme.get(int(number), "") if number.isdigit() else ""


def _theme(root: XmlElement | None) -> dict[int, str]:
    scheme = first_descendant(root, "clrScheme")
    found = {}
    for number, name in enumerate(_THEME):
        colour = first_descendant(child(scheme, name), "srgbClr", "sysClr")
        digits = "" if colour is None else attribute(colour, "lastClr") or attribute(colour, "val")
        if is_colour(digits):
            found[number] = digits.upper()
    return found


def _numbered(rows: list[XmlElement], number: str) -> XmlElement | None:
    return rows[int(number)] if number.isdigit() and int(number) < len(rows) else None
