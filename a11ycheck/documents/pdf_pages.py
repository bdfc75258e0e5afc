"""The pages of a PDF: those that are only a picture, those that stand outside the tags, and their links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from a11ycheck.documents.interface import Facts
from a11ycheck.documents.pdf_values import entry, listed

MOST = 2000
"""Pages that are looked at."""
CONTENT = 20 * 2**20
"""Bytes of one page's instructions: more is a drawing, and no text."""
COVERED = 0.6
"""The share of a page from which pictures on it make it a scan."""
DEEPEST = 4
_SHOWS_TEXT = re.compile(rb"(?:^|[\s\])>])(?:Tj|TJ|'|\")(?=\s|$|[/\[(<])")
_MARKS = re.compile(rb"\b(?:BDC|BMC)\b")


def look_at_pages(facts: Facts, pdf: pikepdf.Pdf, tagged: bool) -> bool:
    """Whether all pages were looked at."""
    scans: list[int] = []
    loose: list[int] = []
    pages = min(len(pdf.pages), MOST)
    described = _described(facts)
    for number, page in enumerate(pdf.pages, 1):
        if number > MOST:
            break
        streams = list(_streams(page.obj))
        if any(_SHOWS_TEXT.search(stream) for stream in streams):
            if tagged and not any(_MARKS.search(stream) for stream in streams):
                loose.append(number)
        elif not described and _is_scan(page):
            scans.append(number)
        if tagged:
            _links(facts, page.obj, number)
    facts.look("scan", pages)
    if scans and len(scans) == pages:
        facts.add("scan", "all", pages=pages)
    else:
        for number in scans:
            facts.add("scan", "page", "page", (("page", str(number)),), "page")
    for number in loose:
        facts.add("tags", "page", "page", (("page", str(number)),), "page")
    return len(pdf.pages) <= MOST


def _described(facts: Facts) -> bool:
    """Whether all pictures are tagged and described: then a page that is a picture says what is on it."""
    missing = any(fact.name == "picture" and fact.fault == "missing" for fact in facts.found)
    return facts.looked.get("picture", 0) > 0 and not missing


def _streams(holder: Any, depth: int = 0, seen: set[tuple[int, int]] | None = None) -> Iterator[bytes]:
    """The instructions of a page, then of the forms that it draws."""
    seen = set() if seen is None else seen
    contents = holder if isinstance(holder, pikepdf.Stream) else entry(holder, "/Contents")
    joined = b"\n".join(_bytes(one) for one in listed(contents))
    yield joined[:CONTENT]
    for one in _drawn(holder):
        if str(one.get("/Subtype")) == "/Form" and one.objgen not in seen and depth < DEEPEST:
            seen.add(one.objgen)
            yield from _streams(one, depth + 1, seen)


def _drawn(holder: Any) -> list[Any]:
    objects = entry(_resources(holder), "/XObject")
    if not isinstance(objects, pikepdf.Dictionary):
        return []
    return [one for one in objects.values() if isinstance(one, pikepdf.Stream)][:500]


def _resources(holder: Any) -> Any:
    for _ in range(50):
        found = entry(holder, "/Resources")
        if found is not None or not isinstance(holder, pikepdf.Dictionary):
            return found
        holder = holder.get("/Parent")
    return None


def _bytes(stream: Any) -> bytes:
    try:
        return bytes(stream.read_bytes()) if isinstance(stream, pikepdf.Stream) else b""
    except pikepdf.PdfError:
        return b""


def _is_scan(page: pikepdf.Page) -> bool:
    """Whether pictures cover most of a page that shows no text."""
    box = [float(side) for side in page.mediabox]
    whole = abs((box[2] - box[0]) * (box[3] - box[1]))
    images = {
        name
        for name, one in (entry(_resources(page.obj), "/XObject") or {}).items()
        if str(entry(one, "/Subtype")) == "/Image"
    }
    if not images or not whole:
        return False
    return sum(_areas(page, images)) >= COVERED * whole


def _areas(page: pikepdf.Page, images: set[str]) -> Iterator[float]:
    """Of each picture drawn: the unit square under the transformations in force, q to Q."""
    scale, kept = 1.0, [1.0]
    for step in pikepdf.parse_content_stream(page, "q Q cm Do"):
        name, operands = str(step.operator), list(step.operands)
        if name == "q":
            kept.append(scale)
        elif name == "Q" and kept:
            scale = kept.pop()
        elif name == "cm" and len(operands) == 6:
            a, b, c, d = (float(value) for value in operands[:4])
            scale *= abs(a * d - b * c)
        elif name == "Do" and operands and str(operands[0]) in images:
            yield scale


def _links(facts: Facts, page: Any, number: int) -> None:
    """A link that is no part of the tags cannot be reached by a screen reader (PDF11)."""
    for link in listed(entry(page, "/Annots"))[:5000]:
        if str(entry(link, "/Subtype")) != "/Link" or "/A" not in link and "/Dest" not in link:
            continue
        facts.look("link")
        if "/StructParent" not in link:
            address = str(entry(link, "/A", "/URI") or "")[:200]
            place = (("page", str(number)),)
            facts.add("link", "untagged", "link", place, address or "link", address=address or "–")
