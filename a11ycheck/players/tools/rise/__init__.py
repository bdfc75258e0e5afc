"""Articulate Rise: recognised by the course in its index page, in any of the ways in which it was packed."""

from __future__ import annotations

import re

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.evidence import folder_of, without_query
from a11ycheck.players.interface import Player

_FOLDERS = ("scormcontent/", "content/", "")
"""The folder of the course: in an export for an LMS, in one for the web or xAPI, or where the page is itself."""
_COURSE = re.compile(rb"window\.courseData\s*=|__fetchCourse|__resolveJsonp|\bdeserialize\(\s*\"")
_APP = re.compile(rb"<div[^>]+id=[\"']app[\"']")


def recognise(files: Files, href: str) -> Tool | None:
    """Look for an index page with the element of the app and a course, near the launched page."""
    folder = folder_of(without_query(href))
    for start in dict.fromkeys((folder, folder_of(folder.removesuffix("/")))):
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
    return bool(_APP.search(content) and (_COURSE.search(content) or jsonp))


RISE = Player("rise", recognise)
