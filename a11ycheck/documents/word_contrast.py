"""The contrast of text in a Word document, where the file sets both colours."""

from __future__ import annotations

from collections import Counter

from a11ycheck.documents.colours import is_colour, low_contrast
from a11ycheck.documents.interface import FactCollector, Place
from a11ycheck.documents.ooxml import XmlElement, ancestor, descendants, first_descendant, text_of
from a11ycheck.documents.word_styles import Styles
from a11ycheck.web.xml import attribute, child

WHITE = "FFFFFF"
_PLAIN_TABLES = ("", "TableGrid", "TableNormal", "Tabelraster", "Standaardtabel")
_PENS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
    "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0", "black": "000000", "white": "FFFFFF",
}  # fmt: skip


def look_at_contrast(facts: FactCollector, body: XmlElement | None, styles: Styles, has_ground: bool) -> None:
    """Add one fact for each pair of colours, at its first place."""
    counts: Counter[tuple[str, str]] = Counter()
    firsts: dict[tuple[str, str], tuple[Place, str, float]] = {}
    for number, paragraph in enumerate(descendants(body, "p"), 1):
        if ancestor(paragraph, "txbxContent") is not None:
            continue  # the background of a text box is not known
        for run in descendants(paragraph, "r"):
            words = text_of(run) if ancestor(run, "p") is paragraph else ""
            colour = _colour(run, paragraph, styles) if words else ""
            ground = _ground(run, paragraph, styles, has_ground) if colour else ""
            if not colour or not ground or first_descendant(child(run, "rPr"), "vanish") is not None:
                continue
            facts.count("contrast")
            found = low_contrast(colour, ground, styles.points(run, paragraph), styles.is_bold(run, paragraph))
            if found:
                counts[colour, ground] += 1
                firsts.setdefault((colour, ground), ((("paragraph", str(number)),), words, found))
    for (colour, ground), (place, words, found) in firsts.items():
        facts.add(
            "contrast", "low", "text", place, f"#{colour} #{ground} {words}",
            ratio=f"{int(found * 100) / 100:.2f}", colour=f"#{colour}", ground=f"#{ground}", text=words[:60],
            count=counts[colour, ground],
        )  # fmt: skip


def _colour(run: XmlElement, paragraph: XmlElement, styles: Styles) -> str:
    """Return the colour of the letters; "" where the program chooses it."""
    found = styles.of_run(run, paragraph, "color")
    value = "" if found is None else attribute(found, "val")
    return value.upper() if is_colour(value) else ""


def _ground(run: XmlElement, paragraph: XmlElement, styles: Styles, has_ground: bool) -> str:
    """Return the colour behind the letters: a highlight, shading, the cell or the paper; "" where it is not known."""
    pen = child(child(run, "rPr"), "highlight")
    if pen is not None:
        return _PENS.get(attribute(pen, "val"), "")
    cell = ancestor(paragraph, "tc")
    shades = (styles.of_run(run, paragraph, "shd"), styles.shade(paragraph), child(child(cell, "tcPr"), "shd"))
    for shade in shades:
        if shade is not None and attribute(shade, "val") in ("clear", ""):
            fill = attribute(shade, "fill")
            if is_colour(fill):
                return fill.upper()
        elif shade is not None and attribute(shade, "val") != "nil":
            return ""  # a pattern
    table = ancestor(paragraph, "tbl")
    style = child(child(table, "tblPr"), "tblStyle")
    if table is not None and (style is not None and attribute(style, "val") not in _PLAIN_TABLES):
        return ""  # the style of the table may colour rows
    return "" if has_ground else WHITE
