"""Word, PowerPoint, Excel, PDF and captions files in a package: which are read, and which are not."""

from __future__ import annotations

from collections.abc import Sequence

from a11ycheck.documents.interface import Unreadable
from a11ycheck.documents.reading import BYTES
from a11ycheck.files.document_kinds import OLD, kind_of, suffix
from a11ycheck.files.interface import JUNK, MIB, Files
from a11ycheck.model import Page, Skipped
from a11ycheck.sources.packages.origin import file_address
from a11ycheck.web.links import is_document

MOST_DOCUMENTS = 200
PACKAGES = ("zip", "imscc", "elp", "elpx", "mbz")
"""Packages that a package offers for download. Those of a zip that holds nothing else are opened (bundle.py)."""


def documents(files: Files, root: str) -> Sequence[Page]:
    """Return a page for each document that can be read, by name: at most MOST_DOCUMENTS. `root` is their address."""
    return [_page(name, root) for name in _readable(files)[:MOST_DOCUMENTS]]


def skipped_documents(files: Files) -> Sequence[Skipped]:
    """Return what is not read: documents of other formats, packages offered for download, those beyond the limit."""
    others = [name for name in files if _is_unreadable(name) and _is_content(name)]
    skipped = [not_read(name) for name in others[:MOST_DOCUMENTS]]
    for rest in (_readable(files)[MOST_DOCUMENTS:], others[MOST_DOCUMENTS:]):
        if rest:
            skipped.append(Skipped(rest[0], "more-documents", "", data={"count": str(len(rest))}))
    return skipped


def not_read(name: str) -> Skipped:
    """Return why a document of this name is not read."""
    if better := OLD.get(suffix(name)):
        return Skipped(name, "document-old", "", data={"kind": suffix(name).upper(), "better": better})
    why = "package-inside" if suffix(name) in PACKAGES else "document-other"
    return Skipped(name, why, "", data={"kind": suffix(name).upper()})


def read_bytes(files: Files, name: str) -> bytes:
    """Return the bytes of a document. Raises Unreadable when it is too large or damaged."""
    if files.size(name) > BYTES:
        raise Unreadable("document-too-large", limit=f"{BYTES // MIB} MB")
    try:
        return files[name]
    except KeyError:
        raise Unreadable("document-broken") from None


def _page(name: str, root: str) -> Page:
    return Page(file_address(root, name), name, path=tuple(name.split("/")), document=kind_of(name))


def _readable(files: Files) -> list[str]:
    return sorted(name for name in files if kind_of(name) and _is_content(name))


def _is_unreadable(name: str) -> bool:
    return suffix(name) in PACKAGES or (is_document(name) and not kind_of(name))


def _is_content(name: str) -> bool:
    """Return False for what macOS leaves behind, and for the lock file of an open document."""
    return not name.startswith(JUNK) and not name.rpartition("/")[2].startswith(("~$", "._"))
