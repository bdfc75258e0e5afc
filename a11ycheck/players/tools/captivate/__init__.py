"""Adobe Captivate's HTML5 output: known by its engine, CPM.js; project.txt tells the version."""

from __future__ import annotations

import json
import re

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.interface import Player

_ENGINE = "assets/js/CPM.js"
_LOADER = "assets/js/CPXHRLoader.js"
_PAGE = re.compile(rb"cp\.DoCPInit|initializeCP\(|cpMainContainer|cpAPIInterface")
HEAD = 200_000
MOST_BYTES = 4_000_000
"""project.txt lists every object of a course; above this size it is not read for the version."""


def recognise(files: Files, href: str) -> Tool | None:
    """The engine below the launched page's folder, or beside it: a wrapper may stand in a folder of its own."""
    launched = href.partition("?")[0].partition("#")[0]
    folder = launched.rpartition("/")[0]
    for above in dict.fromkeys((folder, folder.rpartition("/")[0])):
        here = f"{above}/" if above else ""
        for name in (_ENGINE, _LOADER):
            if found := files.find(here + name) or _below(files, here, name):
                return Tool("Adobe Captivate", _version(files, found.removesuffix(name)))
    page = files.find(launched)
    if page is not None and _PAGE.search(files[page][:HEAD]):
        return Tool("Adobe Captivate", _version(files, f"{folder}/" if folder else ""))
    return None


def _below(files: Files, here: str, name: str) -> str | None:
    return next((one for one in files if one.startswith(here) and one.endswith(f"/{name}")), None)


def _version(files: Files, here: str) -> str:
    name = files.find(f"{here}project.txt")
    if name is None or files.size(name) > MOST_BYTES:
        return ""
    try:
        project = json.loads(files[name].decode("utf-8-sig", "replace"))
        return str(project["metadata"]["generatorVersion"])[:20]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


CAPTIVATE = Player("captivate", recognise)
