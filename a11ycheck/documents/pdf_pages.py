"""The pages of a PDF: scans, pages outside the tags, and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from a11ycheck.documents.interface import FactCollector
from a11ycheck.documents.pdf_values import entry, listed

MOST = 2000
"""Pages that are checked."""
CONTENT = 20 * 2**20
"""Bytes of the instructions of one page; the rest is skipped, because so many make a drawing and not text."""
COVERED = 0.6
"""The share of a page that pictures must cover to make it a scan."""
DEEPEST = 4
_SHOWS_TEXT = re.compile(rb"(?:^|[\s\])>])(?:Tj|TJ|'|\")(?=\s|$|[/\[(<])")
_MARKS = re.compile(rb"\b(?:BDC|BMC)\b")


def look_at_pages(facts: FactCollector, pdf: pikepdf.Pdf, tagged: bool) -> bool:
    """Check the pages; return whether all of them were checked."""
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
    facts.count("scan", pages)
    if scans and len(scans) == pages:
        facts.add("scan", "all", pages=pages)
    else:
        for number in scans:
            facts.add("scan", "page", "page", (("page", str(number)),), "page")
    for number in loose:
        facts.add("tags", "page", "page", (("page", str(number)),), "page")
    return len(pdf.pages) <= MOST


def _described(facts: FactCollector) -> bool:
    """Return whether all pictures are tagged and described, so that a page that is a picture has an alternative."""
    missing = any(fact.name == "picture" and fact.fault == "missing" for fact in facts.found)
    return facts.counts.get("picture", 0) > 0 and not missing


def _streams(holder: Any, depth: int = 0, seen: set[tuple[int, int]] | None = None) -> Iterator[bytes]:
    """Yield the instructions of a page, then those of the forms that it draws."""
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
    """Return whether pictures cover most of a page that shows no text."""
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
    """Yield the area of each picture: the unit square under the transformations in force between q and Q."""
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


def _links(facts: FactCollector, page: Any, number: int) -> None:
    """Check that links are part of the tags, because a screen reader cannot reach others (PDF11)."""
    for link in listed(entry(page, "/Annots"))[:5000]:
        if str(entry(link, "/Subtype")) != "/Link" or "/A" not in link and "/Dest" not in link:
            continue
        facts.count("link")
        if "/StructParent" not in link:
            address = str(entry(link, "/A", "/URI") or "")[:200]
            place = (("page", str(number)),)
            facts.add("link", "untagged", "link", place, address or "link", address=address or "–")
