"""Faults of Excel files."""

from __future__ import annotations

from tests.documents.office import ROW, cell_style, make_sheets, sheet_picture
from tests.documents.twin import Twin


def twins() -> list[Twin]:
    """All of them."""

    def twin(rule: str, fault: str, bad: bytes, good: bytes, note: str = "") -> Twin:
        return Twin(rule, fault, "excel", bad, good, note)

    data = {"Water": ROW}
    coloured = {"Water": ROW.replace('r="A1"', 'r="A1" s="1"')}
    table = 'id="1" displayName="Water" ref="A1:B3" {}'
    pale, dark = cell_style("FFAAAAAA", "FFEEEEEE"), cell_style("FF333333", "FFEEEEEE")
    return [
        twin("document-has-title", "missing-office", make_sheets(data, title=""), make_sheets(data)),
        twin(
            "document-picture",
            "missing",
            make_sheets(data, drawing=sheet_picture()),
            make_sheets(data, drawing=sheet_picture('descr="Litres each month"')),
        ),
        twin(
            "document-table",
            "headers-off",
            make_sheets(data, table=table.format('headerRowCount="0"')),
            make_sheets(data, table=table.format("")),
        ),
        twin("document-contrast", "low", make_sheets(coloured, styles=pale), make_sheets(coloured, styles=dark)),
        twin(
            "sheet-name",
            "default",
            make_sheets({"Water": ROW, "Blad2": ROW}),
            make_sheets({"Water": ROW, "Soil": ROW, "Blad3": ""}),
            "an empty sheet",
        ),
        twin(
            "sheet-name",
            "default",
            make_sheets({"Water": ROW, "Sheet2": ROW}),
            make_sheets({"Water": ROW, "Soil": ROW, "Sheet3": ROW}, hidden=["Sheet3"]),
            "a hidden sheet",
        ),
    ]
