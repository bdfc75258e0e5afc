"""Read the manifest of an IMS Common Cartridge: its items in order, and the resources that no item names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from a11ycheck.errors import TargetError
from a11ycheck.sources.packages.manifest import described_title
from a11ycheck.sources.packages.metadata import declared_languages
from a11ycheck.sources.packages.paths import resolve
from a11ycheck.web.xml import attribute, child, children, local, text

DEEPEST = 50
MOST_ITEMS = 5_000
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class CartridgeItem:
    """An item, or a resource that no item names. `href` is its file, "" when there is none; `kind` its resource type.

    `is_listed` tells whether an item names it. `path` holds the titles from the cartridge down.
    """

    title: str
    href: str
    kind: str
    path: tuple[str, ...]
    is_listed: bool
    resource: str


@dataclass(frozen=True, slots=True)
class Cartridge:
    """What a cartridge contains: its items, then the resources that no item names."""

    title: str
    items: tuple[CartridgeItem, ...]
    languages: tuple[str, ...] = ()


def is_cartridge(root: etree._Element) -> bool:
    """Return whether a manifest is that of a Common Cartridge, thin ones included, by its schema or its namespace."""
    schema = text(child(child(root, "metadata"), "schema")).lower()
    return "common cartridge" in schema or any("imscc" in str(space) for space in root.nsmap.values())


def read_cartridge(root: etree._Element, name: str, file: str) -> Cartridge:
    """Return the cartridge with this manifest. TargetError names the package and the file."""
    if local(root) != "manifest":
        raise TargetError("manifest-other", name=name, file=file, root=local(root)[:50])
    title = described_title(root)[:LONGEST_TITLE] or name
    rows = children(child(root, "resources"), "resource")
    resources = {attribute(row, "identifier"): row for row in rows}
    items: list[CartridgeItem] = []
    seen: set[str] = set()
    for organization in children(child(root, "organizations"), "organization"):
        for element, path in _walk(organization, (title,), 0):
            ref = attribute(element, "identifierref")
            seen.add(ref)
            items.append(_item(resources.get(ref), path[-1], path, ref, is_listed=True))
            if len(items) > MOST_ITEMS:
                raise TargetError("manifest-too-many-items", name=name, file=file, limit=MOST_ITEMS)
    for ref, row in list(resources.items())[:MOST_ITEMS]:
        if ref not in seen:
            items.append(_item(row, "", (title,), ref, is_listed=False))
    return Cartridge(title, tuple(items), declared_languages(root))


def _walk(
    parent: etree._Element, path: tuple[str, ...], depth: int
) -> Iterator[tuple[etree._Element, tuple[str, ...]]]:
    """Yield the items that name a resource, with the titles from the cartridge down."""
    for item in children(parent, "item") if depth < DEEPEST else []:
        title = text(child(item, "title"))[:LONGEST_TITLE]
        below = (*path, title) if title else path  # the outermost item is only a root, without a title
        if attribute(item, "identifierref"):
            yield item, below
        yield from _walk(item, below, depth + 1)


def _item(row: etree._Element | None, title: str, path: tuple[str, ...], ref: str, *, is_listed: bool) -> CartridgeItem:
    if row is None:
        return CartridgeItem(title, "", "", path, is_listed, ref)
    file = child(row, "file")
    href = attribute(row, "href") or (attribute(file, "href") if file is not None else "")
    kind = attribute(row, "type").lower()
    return CartridgeItem(title, resolve("", href) if href else "", kind, path, is_listed, ref)
