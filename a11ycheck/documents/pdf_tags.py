"""The tags of a PDF: figures, headings, tables, in the order of the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from a11ycheck.documents.interface import Facts, Place
from a11ycheck.documents.pdf_values import blank, entry, listed, page_numbers, text
from a11ycheck.documents.wording import alternative_fault

MOST = 200_000
DEEPEST = 200
LONG = 5
"""Pages from which a document without any heading is worth a look."""
_LEVELS = {f"/H{level}": level for level in range(1, 7)}


@dataclass(slots=True)
class _Table:
    """`rows` holds the number of cells of each row."""

    page: int
    rows: list[int] = field(default_factory=list)
    headers: int = 0


@dataclass(frozen=True, slots=True)
class _Tag:
    """One element: its standard type, its object, its page (0: unknown), whether words stand for it or its parents."""

    kind: str
    element: Any
    page: int
    said: bool
    table: _Table | None


def look_at_tags(facts: Facts, pdf: pikepdf.Pdf) -> bool:
    """Whether the document is tagged; what is wrong with its tags goes to `facts`."""
    root = pdf.Root
    facts.look("tags")
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
    """All elements in reading order; loops and endless trees are cut."""
    numbers = page_numbers(pdf)
    roles = entry(tree, "/RoleMap")
    seen: set[tuple[int, int]] = set()
    stack: list[tuple[Any, int, bool, _Table | None, int]] = [
        (kid, 0, False, None, 0) for kid in reversed(listed(tree.get("/K")))
    ]
    count = 0
    while stack and count < MOST:
        element, page, said, table, depth = stack.pop()
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element or depth > DEEPEST:
            continue
        if element.is_indirect:
            if element.objgen in seen:
                continue
            seen.add(element.objgen)
        count += 1
        kids = listed(element.get("/K"))
        page = _page(element, kids, numbers) or page
        said = said or not blank(text(element.get("/Alt"))) or not blank(text(element.get("/ActualText")))
        kind = _standard(str(element.get("/S")), roles)
        if kind == "/Table":
            table = _Table(page)
        elif table is not None:
            _count(table, kind)
        yield _Tag(kind, element, page, said, table)
        stack += [(kid, page, said, table, depth + 1) for kid in reversed(kids)]


def _page(element: Any, kids: list[Any], numbers: dict[tuple[int, int], int]) -> int:
    """The page that an element names, or the first of its references to marked content."""
    references = [kid for kid in kids[:20] if isinstance(kid, pikepdf.Dictionary) and "/S" not in kid]
    for holder in (element, *references):
        found = entry(holder, "/Pg")
        if found is not None and found.objgen in numbers:
            return numbers[found.objgen]
    return 0


def _standard(kind: str, roles: Any) -> str:
    """The standard type that a type of the author's own stands for."""
    for _ in range(10):
        mapped = entry(roles, kind)
        if mapped is None or str(mapped) == kind:
            break
        kind = str(mapped)
    return kind


def _count(table: _Table, kind: str) -> None:
    if kind == "/TR":
        table.rows.append(0)
    elif kind in ("/TH", "/TD"):
        table.headers += kind == "/TH"
        if table.rows:
            table.rows[-1] += 1


def _has_content(tag: _Tag) -> bool:
    """Whether it holds something of a page: a number of marked content, or a reference to it."""
    kids = listed(tag.element.get("/K"))
    return any(isinstance(kid, int) or (isinstance(kid, pikepdf.Dictionary) and "/S" not in kid) for kid in kids)


def _at(page: int, *inner: tuple[str, str]) -> Place:
    return (*inner, ("page", str(page))) if page else inner


def _figures(facts: Facts, tags: list[_Tag]) -> None:
    number = 0
    for tag in tags:
        if tag.kind != "/Figure":
            continue
        number += 1
        facts.look("picture")
        place = _at(tag.page, ("figure", str(number)))
        said = text(tag.element.get("/Alt")) or text(tag.element.get("/ActualText"))
        if not tag.said:
            facts.add("picture", "missing", "figure", place, "<Figure>")
        elif fault := alternative_fault(said):
            facts.add("picture", fault, "figure", place, f'<Figure Alt="{said}">', alternative=said)


def _headings(facts: Facts, tags: list[_Tag], pages: int) -> None:
    headings = [tag for tag in tags if tag.kind in _LEVELS or tag.kind == "/H"]
    facts.look("headings", len(headings))
    if not headings and pages >= LONG:
        facts.look("headings")
        facts.add("headings", "none", pages=pages)
    before = 0
    for number, tag in enumerate(headings, 1):
        level = _LEVELS.get(tag.kind, 0)
        if before and level > before + 1:
            place = _at(tag.page, ("heading", str(number)))
            facts.add("headings", "skipped", "heading", place, f"<H{level}>", level=level, before=before)
        before = level or before


def _tables(facts: Facts, tags: list[_Tag]) -> None:
    for number, tag in enumerate((tag for tag in tags if tag.kind == "/Table"), 1):
        table = tag.table
        if table is None or len(table.rows) < 2 or max(table.rows) < 2:
            continue
        facts.look("table")
        if not table.headers:
            facts.add("table", "no-headers", "table", _at(table.page, ("table", str(number))), "<Table>")
