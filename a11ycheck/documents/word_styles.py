"""The styles of a Word document, with the styles that they are based on."""

from __future__ import annotations

import re

from a11ycheck.documents.ooxml import OfficeParts, XmlElement, descendants
from a11ycheck.web.xml import attribute, child, children

DEEPEST = 20
DEFAULT_POINTS = 10.0
_HEADING = re.compile(r"heading ([1-9])")


class Styles:
    """The styles by id. Names of built-in styles are English in every language of Word."""

    def __init__(self, parts: OfficeParts) -> None:
        name = next(iter(parts.related(parts.main, "styles")), "")
        root = parts.xml(name) if name else None
        self._styles = {attribute(one, "styleId"): one for one in children(root, "style")}
        self._defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        self._normal = next(
            (id_ for id_, one in self._styles.items()
             if attribute(one, "type") == "paragraph" and attribute(one, "default") in ("1", "true")), ""
        )  # fmt: skip
        self.languages = {
            attribute(one, key) for one in descendants(root, "lang") for key in ("val", "eastAsia", "bidi")
        }

    def level(self, paragraph: XmlElement) -> int:
        """Return the level of a heading, from 1; 0 for any other paragraph."""
        properties = child(paragraph, "pPr")
        own = _value(child(properties, "outlineLvl"))
        if own.isdigit():
            return int(own) + 1 if int(own) < 9 else 0
        for style in self._chain(_value(child(properties, "pStyle"))):
            match = _HEADING.fullmatch(_value(child(style, "name")).lower())
            outline = _value(child(child(style, "pPr"), "outlineLvl"))
            if match or outline.isdigit():
                return int(match[1]) if match else int(outline) + 1 if int(outline) < 9 else 0
        return 0

    def is_listed(self, paragraph: XmlElement) -> bool:
        """Return whether a paragraph is an item of a list."""
        properties = child(paragraph, "pPr")
        styles = self._chain(_value(child(properties, "pStyle")))
        return any(child(one, "numPr") is not None for one in (properties, *(child(each, "pPr") for each in styles)))

    def of_run(self, run: XmlElement, paragraph: XmlElement, name: str) -> XmlElement | None:
        """Return a property of a run: its own, or that of its style, its paragraph's style or the document."""
        properties = child(run, "rPr")
        own = child(properties, name)
        if own is not None:
            return own
        styles = [
            *self._chain(_value(child(properties, "rStyle"))),
            *self._chain(_value(child(child(paragraph, "pPr"), "pStyle")) or self._normal),
        ]
        for style in styles:
            found = child(child(style, "rPr"), name)
            if found is not None:
                return found
        return child(self._defaults, name)

    def shade(self, paragraph: XmlElement) -> XmlElement | None:
        """Return the shading of a paragraph, or of its style."""
        properties = child(paragraph, "pPr")
        chain = [child(style, "pPr") for style in self._chain(_value(child(properties, "pStyle")) or self._normal)]
        return next((found for one in (properties, *chain) if (found := child(one, "shd")) is not None), None)

    def is_bold(self, run: XmlElement, paragraph: XmlElement) -> bool:
        """Return whether a run is bold, by itself or by a style."""
        found = self.of_run(run, paragraph, "b")
        return found is not None and attribute(found, "val") not in ("0", "false", "off")

    def points(self, run: XmlElement, paragraph: XmlElement) -> float:
        """Return the size of the letters of a run in points."""
        half_points = _value(self.of_run(run, paragraph, "sz"))
        return int(half_points) / 2 if half_points.isdigit() else DEFAULT_POINTS

    def _chain(self, id_: str) -> list[XmlElement]:
        """Return a style and those that it is based on, nearest first."""
        chain: list[XmlElement] = []
        style = self._styles.get(id_)
        while style is not None and len(chain) < DEEPEST:
            chain.append(style)
            style = self._styles.get(_value(child(style, "basedOn")))
        return chain


def _value(element: XmlElement | None) -> str:
    return "" if element is None else attribute(element, "val")
