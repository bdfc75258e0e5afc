"""iSpring presentations and quizzes: the first comments of every page that it publishes name it and its version."""

from __future__ import annotations

import re

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.evidence import folder_of, launched_file
from a11ycheck.players.interface import Player

_COMMENT = re.compile(rb"<!--\s*Created with iSpring")
_VERSION = re.compile(rb"<!--\s*version ([\d.]+)")
_QUIZ = re.compile(rb"<!--\s*content quiz|QuizPlayer\.start")
HEAD = 2000
"""Bytes of a page that are searched."""


def recognise(files: Files, href: str) -> Tool | None:
    """Look for the comment in the launched page, or in the page that a wrapper for an LMS shows."""
    launched = launched_file(href)
    folder = folder_of(launched)
    for name in (launched, f"{folder}res/index.html", f"{folder}index.html"):
        found = files.find(name)
        if found is None or not _COMMENT.search(files[found][:HEAD]):
            continue
        version = _VERSION.search(files[found][:HEAD])
        tool = "iSpring QuizMaker" if _QUIZ.search(files[found]) else "iSpring"
        return Tool(tool, version[1].decode() if version else "")
    return None


ISPRING = Player("ispring", recognise)
ISPRING_QUIZ = Player("ispring", recognise, "quiz")
