"""Hand-made courses whose first page holds a list of pages and a frame that shows them, such as Rustici's samples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.evidence import launched_file
from a11ycheck.players.interface import Player

MOST_BYTES = 400_000
"""A larger script is a library, not a list of pages."""
MOST_SCRIPTS = 20

_FRAME = re.compile(r"<i?frame\b|createElement\(\s*['\"]i?frame", re.IGNORECASE)
_NAME = r"""["'][^"'\n<>]{1,300}\.x?html?(?:[?#][^"'\n]*)?["']"""
_LISTS = (
    re.compile(rf"\w\[\d+\]\s*=\s*{_NAME}", re.IGNORECASE),
    re.compile(rf"[\[(]\s*{_NAME}\s*,\s*(?://[^\n]*\n\s*)?{_NAME}", re.IGNORECASE),
    re.compile(rf"\b(?:href|url|src|file|page|path)[\"']?\s*:\s*{_NAME}", re.IGNORECASE),
)
_SCRIPT = re.compile(r"""<script\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)


def recognise(files: Files, href: str) -> Tool | None:
    """Look for a frame and a list of page names, in the launched page or in its scripts."""
    name = files.find(launched_file(href))
    if name is None or not re.search(r"\.x?html?$", name, re.IGNORECASE) or files.size(name) > MOST_BYTES:
        return None
    page = files[name].decode("utf-8", "replace")
    sources = [page, *_scripts(files, name, page)]
    has_frame = any(_FRAME.search(source) for source in sources)
    has_list = has_frame and any(pattern.search(source) for source in sources for pattern in _LISTS)
    return Tool("") if has_list else None


def _scripts(files: Files, name: str, page: str) -> Iterator[str]:
    """Yield the sources of the scripts that a page loads from the package."""
    folder = name.rpartition("/")[0]
    for source in _SCRIPT.findall(page)[:MOST_SCRIPTS]:
        parts = folder.split("/") if folder else []
        for part in unquote(source.partition("?")[0]).split("/"):
            if part == "..":
                parts = parts[:-1]
            elif part not in ("", "."):
                parts.append(part)
        found = files.find("/".join(parts))
        if found is not None and files.size(found) <= MOST_BYTES:
            yield files[found].decode("utf-8", "replace")


PAGELIST = Player("pagelist", recognise)
