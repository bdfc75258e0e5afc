"""The tags of a PDF: figures, headings and tables, in the order of the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from a11ycheck.documents.interface import FactCollector, Place
from a11ycheck.documents.pdf_values import blank, entry, listed, page_numbers, text
from a11ycheck.documents.wording import alternative_fault

MOST = 200_000
DEEPEST = 200
LONG = 5
"""Pages from which a document without any heading is reported."""
_LEVELS = {f"/H{level}": level for level in range(1, 7)}


@dataclass(slots=True)
class _TableTag:
    """A table; `rows` holds the number of cells of each row."""

    page: int
    rows: list[int] = field(default_factory=list)
    headers: int = 0


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag: `kind` is its standard type, `page` 0 when unknown; `described` when it or a parent has an alternative."""

    kind: str
    element: Any
    page: int
    described: bool
    table: _TableTag | None


def look_at_tags(facts: FactCollector, pdf: pikepdf.Pdf) -> bool:
    """Check the tags; return whether the document is tagged."""
    root = pdf.Root
    facts.count("tags")
    tree = entry(root, "/StructTreeRoot")
    marked = entry(root, "/MarkInfo", "/Marked")
    if tree is None or marked is False:
        facts.add("tags", "none")
        return False
    tags = list(_walk(pdf, tree))
    if not any(_has_content(tag) for tag in tags):
        facts.add("tags", "empty")
        return False
    _figures(facts, tags)
    _headings(facts, tags, len(pdf.pages))
    _tables(facts, tags)
    return True


def _walk(pdf: pikepdf.Pdf, tree: Any) -> Iterator[_Tag]:
    """Yield all tags in reading order, without loops and up to MOST of them."""
    numbers = page_numbers(pdf)
    roles = entry(tree, "/RoleMap")
    seen: set[tuple[int, int]] = set()
    stack: list[tuple[Any, int, bool, _TableTag | None, int]] = [
        (kid, 0, False, None, 0) for kid in reversed(listed(tree.get("/K")))
    ]
    count = 0
    while stack and count < MOST:
        element, page, described, table, depth = stack.pop()
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element or depth > DEEPEST:
            continue
        if element.is_indirect:
            if element.objgen in seen:
                continue
            seen.add(element.objgen)
        count += 1
        kids = listed(element.get("/K"))
        page = _page(element, kids, numbers) or page
        described = described or any(not blank(text(element.get(key))) for key in ("/Alt", "/ActualText"))
        kind = _standard(str(element.get("/S")), roles)
        if kind == "/Table":
            table = _TableTag(page)
        elif table is not None:
            _count(table, kind)
        yield _Tag(kind, element, page, described, table)
        stack += [(kid, page, described, table, depth + 1) for kid in reversed(kids)]


def _page(element: Any, kids: list[Any], numbers: dict[tuple[int, int], int]) -> int:
    """Return the page that a tag, or its first reference to marked content, names; 0 for none."""
    references = [kid for kid in kids[:20] if isinstance(kid, pikepdf.Dictionary) and "/S" not in kid]
    for holder in (element, *references):
        found = entry(holder, "/Pg")
        if found is not None and found.objgen in numbers:
            return numbers[found.objgen]
    return 0


def _standard(kind: str, roles: Any) -> str:
    """Return the standard type that a type of the author's own is mapped to."""
    for _ in range(10):
        mapped = entry(roles, kind)
        if mapped is None or str(mapped) == kind:
            break
        kind = str(mapped)
    return kind


def _count(table: _TableTag, kind: str) -> None:
    if kind == "/TR":
        table.rows.append(0)
    elif kind in ("/TH", "/TD"):
        table.headers += kind == "/TH"
        if table.rows:
            table.rows[-1] += 1


def _has_content(tag: _Tag) -> bool:
    """Return whether a tag holds content of a page: the number of marked content, or a reference to it."""
    kids = listed(tag.element.get("/K"))
    return any(isinstance(kid, int) or (isinstance(kid, pikepdf.Dictionary) and "/S" not in kid) for kid in kids)


def _at(page: int, *inner: tuple[str, str]) -> Place:
    return (*inner, ("page", str(page))) if page else inner


def _figures(facts: FactCollector, tags: list[_Tag]) -> None:
    number = 0
    for tag in tags:
        if tag.kind != "/Figure":
            continue
        number += 1
        facts.count("picture")
        place = _at(tag.page, ("figure", str(number)))
        alternative = text(tag.element.get("/Alt")) or text(tag.element.get("/ActualText"))
        if not tag.described:
            facts.add("picture", "missing", "figure", place, "<Figure>")
        elif fault := alternative_fault(alternative):
            facts.add("picture", fault, "figure", place, f'<Figure Alt="{alternative}">', alternative=alternative)


def _headings(facts: FactCollector, tags: list[_Tag], pages: int) -> None:
    headings = [tag for tag in tags if tag.kind in _LEVELS or tag.kind == "/H"]
    facts.count("headings", len(headings))
    if not headings and pages >= LONG:
        facts.count("headings")
        facts.add("headings", "none", pages=pages)
    before = 0
    for number, tag in enumerate(headings, 1):
        level = _LEVELS.get(tag.kind, 0)
        if before and level > before + 1:
            place = _at(tag.page, ("heading", str(number)))
            facts.add("headings", "skipped", "heading", place, f"<H{level}>", level=level, before=before)
        before = level or before


def _tables(facts: FactCollector, tags: list[_Tag]) -> None:
    for number, tag in enumerate((tag for tag in tags if tag.kind == "/Table"), 1):
        table = tag.table
        if table is None or len(table.rows) < 2 or max(table.rows) < 2:
            continue
        facts.count("table")
        if not table.headers:
            facts.add("table", "no-headers", "table", _at(table.page, ("table", str(number))), "<Table>")
