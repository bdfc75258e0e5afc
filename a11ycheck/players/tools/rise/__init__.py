"""Articulate Rise: known by the course that its index page carries, however that was packed over the years."""

from __future__ import annotations

import re

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.interface import Player

_FOLDERS = ("scormcontent/", "content/", "")
"""Where the course stands: beside the driver of an LMS export, below a web or xAPI export, or right here."""
_CARRIES = re.compile(rb"window\.courseData\s*=|__fetchCourse|__resolveJsonp|\bdeserialize\(\s*\"")
_ROOM = re.compile(rb"<div[^>]+id=[\"']app[\"']")


def recognise(files: Files, href: str) -> Tool | None:
    """An index page with room for the app and a course in it, near the launched page."""
    folder = href.partition("?")[0].partition("#")[0].rpartition("/")[0]
    here = f"{folder}/" if folder else ""
    above = here[: here.rstrip("/").rfind("/") + 1]
    for start in dict.fromkeys((here, above)):
        for name in _FOLDERS:
            page = files.find(f"{start}{name}index.html")
            if page and _is_rise(files, page):
                return Tool("Rise 360")
    return None


def _is_rise(files: Files, page: str) -> bool:
    try:
        content = files[page]
    except KeyError:
        return False
    jsonp = files.find(f"{page.rpartition('/')[0]}/locales/und.js".lstrip("/"))
    return bool(_ROOM.search(content) and (_CARRIES.search(content) or jsonp))


RISE = Player("rise", recognise)
