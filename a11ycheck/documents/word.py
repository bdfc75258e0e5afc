"""Word (ECMA-376 part 1, 17): headings, pictures, tables, links, language and contrast in the body of a document."""

from __future__ import annotations

from a11ycheck.documents.interface import DocumentFacts, FactCollector, Place
from a11ycheck.documents.ooxml import (
    OfficeParts,
    XmlElement,
    ancestor,
    descendants,
    first_descendant,
    look_at_languages,
    look_at_link,
    look_at_picture,
    look_at_title,
    text_of,
)
from a11ycheck.documents.word_contrast import look_at_contrast
from a11ycheck.documents.word_headings import look_at_headings
from a11ycheck.documents.word_styles import Styles
from a11ycheck.web.xml import attribute, child, children

FIRST_ROW = 0x0020
"""The bit of w:tblLook that makes the first row a header row (17.4.55)."""
_SEEN = ("pic", "chart", "relIds")
"""OfficeParts of a drawing that need an alternative: a picture, a chart, a SmartArt diagram. A text box has text."""


def read(data: bytes) -> DocumentFacts:
    """Return the facts of a Word document. Raises Unreadable."""
    parts = OfficeParts(data, "document")
    body = child(parts.required(parts.main), "body")
    styles = Styles(parts)
    facts = FactCollector()
    title = parts.title()
    look_at_title(facts, title)
    look_at_languages(facts, _languages(body, styles), bool(text_of(body)))
    look_at_headings(facts, body, styles)
    _pictures(facts, body)
    _tables(facts, body)
    _links(facts, body, parts)
    look_at_contrast(facts, body, styles, _has_ground(parts))
    return facts.result(title)


def _has_ground(parts: OfficeParts) -> bool:
    """Return whether the document sets a page background, so that no contrast with the paper is known."""
    return child(parts.required(parts.main), "background") is not None


def _languages(body: XmlElement | None, styles: Styles) -> set[str]:
    tags = {attribute(one, name) for one in descendants(body, "lang") for name in ("val", "eastAsia", "bidi")}
    return {one for one in tags | styles.languages if one}


def _pictures(facts: FactCollector, body: XmlElement | None) -> None:
    number = 0
    for drawing in descendants(body, "inline", "anchor"):
        if ancestor(drawing, "wgp", "Fallback") is not None or first_descendant(drawing, *_SEEN) is None:
            continue
        number += 1
        inner = [attribute(one, "descr") for one in descendants(drawing, "cNvPr")]
        alternative = next(iter(inner), "") if inner and all(inner) else ""
        look_at_picture(facts, child(drawing, "docPr"), _figure(number), alternative)
    for shape in descendants(body, "shape"):
        if first_descendant(shape, "imagedata") is None or ancestor(shape, "object") is not None:
            continue  # an embedded object, such as a formula or a sheet, is opened by a program
        number += 1
        facts.count("picture")
        if not attribute(shape, "alt"):
            facts.add("picture", "missing", "figure", _figure(number), attribute(shape, "id") or "figure")


def _figure(number: int) -> Place:
    return (("figure", str(number)),)


def _tables(facts: FactCollector, body: XmlElement | None) -> None:
    for number, table in enumerate(descendants(body, "tbl"), 1):
        rows = children(table, "tr")
        if len(rows) < 2 or max(len(children(row, "tc")) for row in rows) < 2:
            continue
        facts.count("table")
        look = child(child(table, "tblPr"), "tblLook")
        if not _is_header(rows[0]) and not (look is not None and _says_first_row(look)):
            facts.add("table", "no-headers", "table", (("table", str(number)),), text_of(rows[0])[:80] or "table")


def _is_header(row: XmlElement) -> bool:
    mark = child(child(row, "trPr"), "tblHeader")
    return mark is not None and attribute(mark, "val") not in ("0", "false", "off")


def _says_first_row(look: XmlElement) -> bool:
    flag = attribute(look, "firstRow")
    if flag:
        return flag in ("1", "true", "on")
    try:
        return bool(int(attribute(look, "val") or "0", 16) & FIRST_ROW)
    except ValueError:
        return False


def _links(facts: FactCollector, body: XmlElement | None, parts: OfficeParts) -> None:
    relations = parts.relations(parts.main)
    for number, link in enumerate(descendants(body, "hyperlink"), 1):
        relation = relations.get(attribute(link, "id"))
        if relation is None or not relation.outside:
            continue  # leads to a place in the document, as each entry of a table of contents does
        words = text_of(link) or next((attribute(one, "descr") for one in descendants(link, "docPr")), "")
        if words or first_descendant(link, "drawing", "pict") is None:
            look_at_link(facts, words, relation.target, (("link", str(number)),))
