"""Word, PowerPoint, Excel and PDF files in a package: handed over to whoever can check them. For now nobody can."""

from __future__ import annotations

from collections.abc import Sequence

from a11ycheck.files.interface import JUNK, Files
from a11ycheck.model import Skipped
from a11ycheck.sources.links import is_document

MOST = 200
PACKED = ("zip", "imscc", "elp", "elpx", "mbz")
"""Packages that a package offers for download; those of a zip that holds nothing else are opened (bundle.py)."""


def documents(files: Files) -> Sequence[Skipped]:
    """One for each document: the place where a checker of documents takes over."""
    said: list[Skipped] = []
    more = ""
    count = 0
    for name in files:
        suffix = name.rpartition(".")[2].lower() if "." in name else ""
        why = "document" if is_document(name) else "package-inside" if suffix in PACKED else ""
        if not why or name.startswith(JUNK):
            continue
        if len(said) < MOST:
            said.append(Skipped(name, why, "", data={"kind": suffix.upper()}))
        else:
            more, count = more or name, count + 1
    return [*said, Skipped(more, "more-documents", "", data={"count": str(count)})] if more else said
