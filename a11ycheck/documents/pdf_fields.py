"""The form fields of a PDF and their names (PDF12): /TU is read aloud, /T is the name for programs."""

from __future__ import annotations

import re
from typing import Any

import pikepdf

from a11ycheck.documents.interface import FactCollector
from a11ycheck.documents.pdf_values import blank, entry, inherited, listed, text

MOST_PAGES, MOST = 2000, 5000
HIDDEN = 0b11_0010
"""Flags of an annotation (ISO 32000-1, table 165), each of which hides it."""
PUSH_BUTTON = 1 << 16
_MADE_UP = re.compile(
    r"(text|check ?box|dropdown|combo ?box|list ?box|radio ?button|group|button|field|undefined|tekst|veld|"
    r"selectievakje|tekstvak|signature|handtekening|form\d*)[\W_]*\w{0,3}[\W_]*\d*",
    re.I,
)
_KINDS = {"/Tx": "text", "/Btn": "button", "/Ch": "choice", "/Sig": "signature"}


def look_at_fields(facts: FactCollector, pdf: pikepdf.Pdf) -> None:
    """Check each field once, at its first widget."""
    seen: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages, 1):
        if number > MOST_PAGES:
            return
        for widget in listed(entry(page.obj, "/Annots"))[:MOST]:
            if str(entry(widget, "/Subtype")) != "/Widget" or int(widget.get("/F", 0)) & HIDDEN:
                continue
            field = _field(widget)
            if field.is_indirect and field.objgen in seen:
                continue
            seen.add(field.objgen)
            _look(facts, field, widget, number)


def _field(widget: Any) -> Any:
    """Return the field of a widget, which buttons of one group and widgets of one field share."""
    parent = widget.get("/Parent")
    return parent if "/T" not in widget and isinstance(parent, pikepdf.Dictionary) else widget


def _look(facts: FactCollector, field: Any, widget: Any, page: int) -> None:
    kind = str(inherited(field, "/FT") or "")
    facts.count("field")
    name = text(inherited(field, "/T"))
    if not blank(text(inherited(field, "/TU"))):
        return
    if kind == "/Btn" and int(inherited(field, "/Ff") or 0) & PUSH_BUTTON and text(entry(widget, "/MK", "/CA")):
        return
    fault = "no-name" if blank(name) or _MADE_UP.fullmatch(name) else "only-internal"
    what = f"{_KINDS.get(kind, 'field')} {name}".strip()
    facts.add("field", fault, "field", (("page", str(page)),), what, name=name or "–")
