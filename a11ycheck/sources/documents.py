"""Word, PowerPoint, Excel, PDF and captions files in a package: those that are read, and those that are not."""

from __future__ import annotations

from collections.abc import Sequence

from a11ycheck.documents.interface import Unreadable
from a11ycheck.documents.reading import BYTES
from a11ycheck.files.document_kinds import OLD, kind_of, suffix
from a11ycheck.files.interface import JUNK, MIB, Files
from a11ycheck.model import Page, Skipped
from a11ycheck.sources.packages.origin import name_address
from a11ycheck.web.links import is_document

MOST = 200
PACKED = ("zip", "imscc", "elp", "elpx", "mbz")
"""Packages that a package offers for download; those of a zip that holds nothing else are opened (bundle.py)."""


def documents(files: Files, base: str) -> Sequence[Page]:
    """One page for each document that can be read, by name, below an address; the first MOST of them."""
    return [_page(name, base) for name in _readable(files)[:MOST]]


def left_documents(files: Files) -> Sequence[Skipped]:
    """What is not read: documents of other formats, packages that are offered for download, and what is too many."""
    others = [name for name in files if _is_left(name) and _is_content(name)]
    said = [not_read(name) for name in others[:MOST]]
    for rest in (_readable(files)[MOST:], others[MOST:]):
        if rest:
            said.append(Skipped(rest[0], "more-documents", "", data={"count": str(len(rest))}))
    return said


def not_read(name: str) -> Skipped:
    """Why a document of this name is not read."""
    if better := OLD.get(suffix(name)):
        return Skipped(name, "document-old", "", data={"kind": suffix(name).upper(), "better": better})
    why = "package-inside" if suffix(name) in PACKED else "document-other"
    return Skipped(name, why, "", data={"kind": suffix(name).upper()})


def read_bytes(files: Files, name: str) -> bytes:
    """The bytes of a document. Raises Unreadable when there are too many, or they are damaged."""
    if files.size(name) > BYTES:
        raise Unreadable("document-too-large", limit=f"{BYTES // MIB} MB")
    try:
        return files[name]
    except KeyError:
        raise Unreadable("document-broken") from None


def _page(name: str, base: str) -> Page:
    return Page(name_address(base, name), name, path=tuple(name.split("/")), document=kind_of(name))


def _readable(files: Files) -> list[str]:
    return sorted(name for name in files if kind_of(name) and _is_content(name))


def _is_left(name: str) -> bool:
    return suffix(name) in PACKED or (is_document(name) and not kind_of(name))


def _is_content(name: str) -> bool:
    """Not what macOS leaves behind, nor the lock file of an open document."""
    return not name.startswith(JUNK) and not name.rpartition("/")[2].startswith(("~$", "._"))
