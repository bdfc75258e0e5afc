"""Adobe Captivate's HTML5 output: recognised by its engine, CPM.js; project.txt tells the version."""

from __future__ import annotations

import json
import re

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.evidence import folder_of, without_query
from a11ycheck.players.interface import Player

_ENGINE = "assets/js/CPM.js"
_LOADER = "assets/js/CPXHRLoader.js"
_PAGE = re.compile(rb"cp\.DoCPInit|initializeCP\(|cpMainContainer|cpAPIInterface")
HEAD = 200_000
"""Bytes of a page that are searched."""
MOST_BYTES = 4_000_000
"""project.txt lists every object of a course: when it is larger than this, it isn't read for the version."""


def recognise(files: Files, href: str) -> Tool | None:
    """Look for the engine from the launched page's folder down, and from the one above: a wrapper may have its own."""
    launched = without_query(href)
    folder = folder_of(launched)
    for start in dict.fromkeys((folder, folder_of(folder.removesuffix("/")))):
        for name in (_ENGINE, _LOADER):
            if found := files.find(start + name) or _find_below(files, start, name):
                return Tool("Adobe Captivate", _version(files, found.removesuffix(name)))
    page = files.find(launched)
    if page is not None and _PAGE.search(files[page][:HEAD]):
        return Tool("Adobe Captivate", _version(files, folder))
    return None


def _find_below(files: Files, folder: str, ending: str) -> str | None:
    return next((name for name in files if name.startswith(folder) and name.endswith(f"/{ending}")), None)


def _version(files: Files, folder: str) -> str:
    name = files.find(f"{folder}project.txt")
    if name is None or files.size(name) > MOST_BYTES:
        return ""
    try:
        project = json.loads(files[name].decode("utf-8-sig", "replace"))
        return str(project["metadata"]["generatorVersion"])[:20]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


CAPTIVATE = Player("captivate", recognise)
