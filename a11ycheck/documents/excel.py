"""Excel (ECMA-376 part 1, 18): pictures and charts, names of sheets, headers of tables, known contrast."""

from __future__ import annotations

import re
from dataclasses import dataclass

from a11ycheck.documents.cell_colours import CellColours
from a11ycheck.documents.colours import too_low
from a11ycheck.documents.interface import Facts, Read
from a11ycheck.documents.ooxml import Element, Parts, each, first, look_at_picture, look_at_title
from a11ycheck.web.xml import attribute, child, children

MOST = 200
"""Sheets that are read."""
CELLS = 200_000
"""Cells of a sheet of which the colours are read."""
_DEFAULT_NAME = re.compile(r"(sheet|blad|tabelle|feuil|feuille|hoja|foglio|planilha) ?\d+", re.I)


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    root: Element


def read(data: bytes) -> Read:
    """The facts of a workbook; hidden sheets are left out. Raises Unreadable."""
    parts = Parts(data, "workbook")
    facts = Facts()
    title = parts.title()
    look_at_title(facts, title)
    sheets, cut = _sheets(parts)
    used = [sheet for sheet in sheets if first(sheet.root, "v", "is", "drawing") is not None]
    if len(used) > 1:
        facts.look("sheet-name", len(used))
        for sheet in used:
            if _DEFAULT_NAME.fullmatch(sheet.name):
                facts.add("sheet-name", "default", "sheet", (("sheet", sheet.name),), sheet.name, name=sheet.name)
    colours = CellColours(parts)
    for sheet in used:
        _pictures(facts, parts, sheet)
        _tables(facts, parts, sheet)
        _contrast(facts, sheet, colours)
    return facts.read(title, ("document-many-pages",) if cut else ())


def _sheets(parts: Parts) -> tuple[list[_Sheet], bool]:
    relations = parts.relations(parts.main)
    found = []
    listed = children(child(parts.needed(parts.main), "sheets"), "sheet")
    for one in listed[:MOST]:
        relation = relations.get(attribute(one, "id"))
        if relation is not None and relation.kind == "worksheet" and attribute(one, "state") in ("", "visible"):
            found.append(_Sheet(attribute(one, "name"), relation.target, parts.needed(relation.target)))
    return found, len(listed) > MOST


def _pictures(facts: Facts, parts: Parts, sheet: _Sheet) -> None:
    number = 0
    for name in parts.related(sheet.part, "drawing"):
        for shape in each(parts.xml(name), "pic", "graphicFrame"):
            number += 1
            look_at_picture(facts, first(shape, "cNvPr"), (("figure", str(number)), ("sheet", sheet.name)))


def _tables(facts: Facts, parts: Parts, sheet: _Sheet) -> None:
    for number, name in enumerate(parts.related(sheet.part, "table"), 1):
        table = parts.xml(name)
        if table is not None:
            facts.look("table")
            if attribute(table, "headerRowCount") == "0":
                said = attribute(table, "displayName") or "table"
                facts.add(
                    "table", "headers-off", "table", (("table", str(number)), ("sheet", sheet.name)), said, name=said
                )


def _contrast(facts: Facts, sheet: _Sheet, colours: CellColours) -> None:
    """One fact for each style; nothing where conditions or the style of a table may colour cells."""
    if child(sheet.root, "conditionalFormatting") is not None:
        return
    striped = child(sheet.root, "tableParts") is not None
    found: dict[tuple[str, str], tuple[str, float]] = {}
    for count, cell in enumerate(each(child(sheet.root, "sheetData"), "c")):
        if count > CELLS:
            break
        pair = (
            colours.of(attribute(cell, "s")) if child(cell, "v") is not None or child(cell, "is") is not None else None
        )
        if pair is None or (striped and not pair.filled):
            continue
        facts.look("contrast")
        low = too_low(pair.text, pair.ground, pair.points, pair.bold)
        if low:
            found.setdefault((pair.text, pair.ground), (attribute(cell, "r"), low))
    for (text, ground), (where, low) in found.items():
        facts.add(
            "contrast", "low", "text", (("cell", where), ("sheet", sheet.name)), f"#{text} #{ground}",
            ratio=f"{int(low * 100) / 100:.2f}", colour=f"#{text}", ground=f"#{ground}", text=where, count=1,
        )  # fmt: skip
