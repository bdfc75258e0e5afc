"""Word, PowerPoint, Excel and PDF files in a package: handed over to whoever can check them. For now nobody can."""

from __future__ import annotations

from collections.abc import Sequence

from a11ycheck.files.interface import Files
from a11ycheck.model import Skipped
from a11ycheck.sources.links import is_document

MOST = 200


def documents(files: Files) -> Sequence[Skipped]:
    """One for each document: the place where a checker of documents takes over."""
    found = [name for name in files if is_document(name) and not name.startswith("__MACOSX/")]
    said = [Skipped(name, "document", "", data={"kind": name.rpartition(".")[2].upper()}) for name in found[:MOST]]
    if len(found) > MOST:
        said.append(Skipped(found[MOST], "more-documents", "", data={"count": str(len(found) - MOST)}))
    return said
