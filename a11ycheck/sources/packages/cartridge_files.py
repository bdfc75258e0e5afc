"""Reads the manifest of an IMS Common Cartridge: its items in order, and the resources that no item names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from a11ycheck.errors import TargetError
from a11ycheck.sources.packages.manifest import described_title
from a11ycheck.sources.packages.metadata import languages
from a11ycheck.sources.packages.paths import resolve
from a11ycheck.web.xml import attribute, child, children, local, text

DEEPEST = 50
MOST = 5_000
LONGEST_TITLE = 300

Titles = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """`href` is the file of the resource, "" when there is none; `kind` its type as the manifest says it.

    `named` tells whether an item names it; `path` holds the titles from the cartridge down.
    """

    title: str
    href: str
    kind: str
    path: tuple[str, ...]
    named: bool
    resource: str


@dataclass(frozen=True, slots=True)
class Cartridge:
    """What is in it: items first, then the resources that no item names."""

    title: str
    pieces: tuple[Piece, ...]
    languages: tuple[str, ...] = ()


def is_cartridge(root: etree._Element) -> bool:
    """Whether a manifest is one of a Common Cartridge (or a thin one), by its schema or its namespace."""
    schema = text(child(child(root, "metadata"), "schema")).lower()
    return "common cartridge" in schema or any("imscc" in str(space) for space in root.nsmap.values())


def read_cartridge(root: etree._Element, name: str, file: str) -> Cartridge:
    """`name` is the package, for the sentences of TargetError."""
    if local(root) != "manifest":
        raise TargetError("manifest-other", name=name, file=file, root=local(root)[:50])
    title = described_title(root)[:LONGEST_TITLE] or name
    rows = children(child(root, "resources"), "resource")
    resources = {attribute(row, "identifier"): row for row in rows}
    pieces: list[Piece] = []
    seen: set[str] = set()
    for organization in children(child(root, "organizations"), "organization"):
        for item, path in _items(organization, (title,), 0):
            ref = attribute(item, "identifierref")
            seen.add(ref)
            pieces.append(_piece(resources.get(ref), path[-1], path, ref, named=True))
            if len(pieces) > MOST:
                raise TargetError("manifest-too-many-items", name=name, file=file, limit=MOST)
    for ref, row in list(resources.items())[:MOST]:
        if ref not in seen:
            piece = _piece(row, "", (title,), ref, named=False)
            pieces.append(piece)
    return Cartridge(title, tuple(pieces), languages(root))


def _items(
    parent: etree._Element, path: tuple[str, ...], depth: int
) -> Iterator[tuple[etree._Element, tuple[str, ...]]]:
    for item in children(parent, "item") if depth < DEEPEST else []:
        title = text(child(item, "title"))[:LONGEST_TITLE]
        below = (*path, title) if title else path  # the outermost item is only a root, without a title
        if attribute(item, "identifierref"):
            yield item, below
        yield from _items(item, below, depth + 1)


def _piece(row: etree._Element | None, title: str, path: tuple[str, ...], ref: str, *, named: bool) -> Piece:
    if row is None:
        return Piece(title, "", "", path, named, ref)
    file = child(row, "file")
    href = attribute(row, "href") or (attribute(file, "href") if file is not None else "")
    return Piece(title, resolve("", href) if href else "", attribute(row, "type").lower(), path, named, ref)
