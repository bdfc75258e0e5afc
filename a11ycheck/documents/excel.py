"""Excel (ECMA-376 part 1, 18): pictures and charts, names of sheets, headers of tables, contrast where it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from a11ycheck.documents.cell_colours import CellStyles
from a11ycheck.documents.colours import low_contrast
from a11ycheck.documents.interface import DocumentFacts, FactCollector
from a11ycheck.documents.ooxml import (
    OfficeParts,
    XmlElement,
    descendants,
    first_descendant,
    look_at_picture,
    look_at_title,
)
from a11ycheck.web.xml import attribute, child, children

MOST = 200
"""Sheets that are read."""
CELLS = 200_000
"""Cells of one sheet whose colours are read."""
_DEFAULT_NAME = re.compile(r"(sheet|blad|tabelle|feuil|feuille|hoja|foglio|planilha) ?\d+", re.I)


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    root: XmlElement


def read(data: bytes) -> DocumentFacts:
    """Return the facts of a workbook without its hidden sheets. Raises Unreadable."""
    parts = OfficeParts(data, "workbook")
    facts = FactCollector()
    title = parts.title()
    look_at_title(facts, title)
    sheets, cut = _sheets(parts)
    used = [sheet for sheet in sheets if first_descendant(sheet.root, "v", "is", "drawing") is not None]
    if len(used) > 1:
        facts.count("sheet-name", len(used))
        for sheet in used:
            if _DEFAULT_NAME.fullmatch(sheet.name):
                facts.add("sheet-name", "default", "sheet", (("sheet", sheet.name),), sheet.name, name=sheet.name)
    colours = CellStyles(parts)
    for sheet in used:
        _pictures(facts, parts, sheet)
        _tables(facts, parts, sheet)
        _contrast(facts, sheet, colours)
    return facts.result(title, ("document-many-pages",) if cut else ())


def _sheets(parts: OfficeParts) -> tuple[list[_Sheet], bool]:
    relations = parts.relations(parts.main)
    found = []
    listed = children(child(parts.required(parts.main), "sheets"), "sheet")
    for one in listed[:MOST]:
        relation = relations.get(attribute(one, "id"))
        if relation is not None and relation.kind == "worksheet" and attribute(one, "state") in ("", "visible"):
            found.append(_Sheet(attribute(one, "name"), relation.target, parts.required(relation.target)))
    return found, len(listed) > MOST


def _pictures(facts: FactCollector, parts: OfficeParts, sheet: _Sheet) -> None:
    number = 0
    for name in parts.related(sheet.part, "drawing"):
        for shape in descendants(parts.xml(name), "pic", "graphicFrame"):
            number += 1
            look_at_picture(facts, first_descendant(shape, "cNvPr"), (("figure", str(number)), ("sheet", sheet.name)))


def _tables(facts: FactCollector, parts: OfficeParts, sheet: _Sheet) -> None:
    for number, name in enumerate(parts.related(sheet.part, "table"), 1):
        table = parts.xml(name)
        if table is not None:
            facts.count("table")
            if attribute(table, "headerRowCount") == "0":
                shown_name = attribute(table, "displayName") or "table"
                facts.add(
                    "table",
                    "headers-off",
                    "table",
                    (("table", str(number)), ("sheet", sheet.name)),
                    shown_name,
                    name=shown_name,
                )


def _contrast(facts: FactCollector, sheet: _Sheet, colours: CellStyles) -> None:
    """Add one fact for each pair of colours; none where a condition or a table style may colour cells."""
    if child(sheet.root, "conditionalFormatting") is not None:
        return
    striped = child(sheet.root, "tableParts") is not None
    found: dict[tuple[str, str], tuple[str, float]] = {}
    for count, cell in enumerate(descendants(child(sheet.root, "sheetData"), "c")):
        if count > CELLS:
            break
        pair = (
            colours.of(attribute(cell, "s")) if child(cell, "v") is not None or child(cell, "is") is not None else None
        )
        if pair is None or (striped and not pair.filled):
            continue
        facts.count("contrast")
        low = low_contrast(pair.text, pair.ground, pair.points, pair.bold)
        if low:
            found.setdefault((pair.text, pair.ground), (attribute(cell, "r"), low))
    for (text, ground), (where, low) in found.items():
        facts.add(
            "contrast", "low", "text", (("cell", where), ("sheet", sheet.name)), f"#{text} #{ground}",
            ratio=f"{int(low * 100) / 100:.2f}", colour=f"#{text}", ground=f"#{ground}", text=where, count=1,
        )  # fmt: skip
