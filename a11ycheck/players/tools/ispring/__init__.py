"""iSpring presentations and quizzes: every page it publishes says so, with the version, in its first comments."""

from __future__ import annotations

import re
from urllib.parse import unquote

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.interface import Player

_COMMENT = re.compile(rb"<!--\s*Created with iSpring")
_VERSION = re.compile(rb"<!--\s*version ([\d.]+)")
_QUIZ = re.compile(rb"<!--\s*content quiz|QuizPlayer\.start")
HEAD = 2000


def recognise(files: Files, href: str) -> Tool | None:
    """The comment in the launched page, or in the page that a wrapper for an LMS shows."""
    launched = unquote(href.partition("?")[0].partition("#")[0])
    folder = launched.rpartition("/")[0]
    here = f"{folder}/" if folder else ""
    for name in (launched, f"{here}res/index.html", f"{here}index.html"):
        found = files.find(name)
        if found is None or not _COMMENT.search(files[found][:HEAD]):
            continue
        version = _VERSION.search(files[found][:HEAD])
        tool = "iSpring QuizMaker" if _QUIZ.search(files[found]) else "iSpring"
        return Tool(tool, version[1].decode() if version else "")
    return None


ISPRING = Player("ispring", recognise)
ISPRING_QUIZ = Player("ispring", recognise, "quiz")
