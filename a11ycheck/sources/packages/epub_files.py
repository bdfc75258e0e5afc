"""Read an EPUB's package document: reading order, table of contents, and metadata about its accessibility."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from a11ycheck.errors import TargetError
from a11ycheck.files.interface import Files, Limits
from a11ycheck.sources.packages.origin import locate
from a11ycheck.sources.packages.package import read_bounded
from a11ycheck.sources.packages.paths import outside, resolve
from a11ycheck.web.xml import attribute, child, children, local, read_xml, text

MOST_DOCUMENTS = 5_000
LONGEST = 300
"""Characters of a title or another value."""
MOST_LOOKED_AT = 200
"""Documents that are searched for page breaks."""
FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Algorithms that only obfuscate fonts, without a key (EPUB 3.3, 4.3)."""
METADATA = (
    "accessMode",
    "accessibilityFeature",
    "accessibilityHazard",
    "accessModeSufficient",
    "accessibilitySummary",
    "title",
    "language",
    "source",
)
SOURCE_PROPERTIES = ("pageBreakSource", "source-of")


@dataclass(frozen=True, slots=True)
class SpineItem:
    """One file of the reading order: its name in the package, "" when it is not there, its href and its media type."""

    name: str
    href: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Book:
    """An EPUB. `opf` is the name of its package document, `documents` its reading order.

    `media_types` and `titles` are by name of the file; the titles are those in the table of contents. `metadata` holds
    the values of METADATA by name. `contents` and `pages` count the entries of the table of contents and page list.
    """

    opf: str
    title: str
    documents: tuple[SpineItem, ...]
    media_types: Mapping[str, str]
    titles: Mapping[str, str]
    metadata: Mapping[str, tuple[str, ...]]
    contents: int
    pages: int


def read_book(files: Files, limits: Limits) -> Book:
    """Return the first rendition of the book. Raises TargetError when it is unreadable, or its content is encrypted."""
    name = _package_document(files, limits)
    _refuse_encrypted(files, limits)
    root = read_xml(read_bounded(files, name, limits), files.name, name)
    base = name.rpartition("/")[0]
    rows = {attribute(item, "id"): item for item in children(child(root, "manifest"), "item")}
    places = {id_: _place(files, base, attribute(item, "href")) for id_, item in rows.items()}
    spine = child(root, "spine")
    idrefs = [attribute(ref, "idref") for ref in children(spine, "itemref")]
    if len(idrefs) > MOST_DOCUMENTS:
        raise TargetError("manifest-too-many-items", name=files.name, file=name, limit=MOST_DOCUMENTS)
    documents = tuple(
        SpineItem(places[ref], attribute(rows[ref], "href"), attribute(rows[ref], "media-type"))
        for ref in dict.fromkeys(idrefs)
        if ref in rows
    )
    if not documents:
        raise TargetError("epub-no-documents", name=files.name, file=name)
    titles, contents, pages = _contents(files, rows, places, spine, limits)
    metadata = _metadata(child(root, "metadata"))
    return Book(
        opf=name,
        title=(metadata.get("title") or ("",))[0][:LONGEST],
        documents=documents,
        media_types={places[id_]: attribute(item, "media-type") for id_, item in rows.items() if places[id_]},
        titles=titles,
        metadata=metadata,
        contents=contents,
        pages=pages,
    )


def _package_document(files: Files, limits: Limits) -> str:
    container = files.find("META-INF/container.xml")
    if container is None:
        raise TargetError("epub-no-package", name=files.name)
    root = read_xml(read_bounded(files, container, limits), files.name, container)
    for rootfile in children(child(root, "rootfiles"), "rootfile"):
        if (name := locate(files, attribute(rootfile, "full-path"))) is not None:
            return name
    raise TargetError("epub-no-package", name=files.name)


def _refuse_encrypted(files: Files, limits: Limits) -> None:
    name = files.find("META-INF/encryption.xml")
    if name is None:
        return
    root = read_xml(read_bounded(files, name, limits), files.name, name)
    for data in root.iter(etree.Element):
        if local(data) == "EncryptedData":
            method = child(data, "EncryptionMethod")
            if method is None or attribute(method, "Algorithm") not in FONTS:
                raise TargetError("epub-encrypted", name=files.name)


def _place(files: Files, base: str, href: str) -> str:
    """Return the name of the file that an href of the package document leads to; "" for none."""
    path = resolve(f"{base.replace('%', '%25')}/" if base else "", href)
    return "" if outside(path) else locate(files, path) or ""


def _metadata(metadata: etree._Element | None) -> dict[str, tuple[str, ...]]:
    """Return values by name, of EPUB 3 (property) and EPUB 2 (name and content), without those that refine others."""
    found: dict[str, list[str]] = {}
    # EPUB 2 keeps its Dublin Core in a separate element.
    groups = [metadata, *children(metadata, "dc-metadata"), *children(metadata, "x-metadata")]
    elements = (child for group in groups if group is not None for child in group if isinstance(child.tag, str))
    for element in elements:
        name, value = local(element), text(element)
        if name == "meta":
            name = attribute(element, "property") or attribute(element, "name")
            value = value or attribute(element, "content")
            if attribute(element, "refines") and name not in SOURCE_PROPERTIES:
                continue
            name = "source" if name in SOURCE_PROPERTIES else name.removeprefix("schema:")
        elif name == "source":
            continue  # the work it was made from is no source of page numbers
        if name in METADATA and value:
            found.setdefault(name, []).append(value[:LONGEST])
    return {name: tuple(values) for name, values in found.items()}


def _contents(
    files: Files,
    rows: Mapping[str, etree._Element],
    places: Mapping[str, str],
    spine: etree._Element | None,
    limits: Limits,
) -> tuple[dict[str, str], int, int]:
    """Return titles by file, and how many entries the table of contents and the page list have."""
    nav = next((id_ for id_, item in rows.items() if "nav" in attribute(item, "properties").split()), "")
    ncx = attribute(spine, "toc") if spine is not None else ""
    for id_, read in ((nav, _nav), (ncx, _ncx)):
        place = places.get(id_, "")
        if not place:
            continue
        try:
            root = read_xml(read_bounded(files, place, limits), files.name, place)
        except TargetError:
            continue  # the browser shows what is wrong with an unreadable table of contents
        entries = list(read(root, "toc"))
        titles: dict[str, str] = {}
        base = place.rpartition("/")[0]
        for title, href in entries:
            name = _place(files, base, href.partition("#")[0])
            titles.setdefault(name, title[:LONGEST])
        return titles, len(entries), len(list(read(root, "page-list")))
    return {}, 0, 0


def _nav(root: etree._Element, kind: str) -> Iterator[tuple[str, str]]:
    for nav in root.iter(etree.Element):
        if local(nav) == "nav" and kind in attribute(nav, "type").split():
            for link in nav.iter(etree.Element):
                if local(link) == "a" and attribute(link, "href"):
                    yield text(link), attribute(link, "href")


def _ncx(root: etree._Element, kind: str) -> Iterator[tuple[str, str]]:
    entry = "navPoint" if kind == "toc" else "pageTarget"
    for point in root.iter(etree.Element):
        content = child(point, "content")
        if local(point) == entry and content is not None:
            yield text(child(point, "navLabel")), unquote(attribute(content, "src"))


def page_breaks(files: Files, documents: tuple[SpineItem, ...], limits: Limits) -> bool:
    """Return whether some document marks where pages of a print edition begin."""
    for document in documents[:MOST_LOOKED_AT]:
        if document.name and files.size(document.name) <= limits.manifest_bytes:
            try:
                data = files[document.name]
            except KeyError:
                continue
            if b'"pagebreak"' in data or b"doc-pagebreak" in data:
                return True
    return False
