"""Articulate Storyline: recognised by the files of its player, of which there are two; meta.xml tells the version."""

from __future__ import annotations

import re

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.evidence import folder_of, without_query
from a11ycheck.players.interface import Player

_MODERN = ("html5/lib/scripts/bootstrapper.min.js", "html5/lib/scripts/slides.min.js")
_OF_2018 = ("html5/lib/scripts/app.min.js",)
_OLDER = ("mobile/player_compiled.js", "html5/data/js/data.js", "story_content/user.js")
_VERSION = re.compile(rb'name="Articulate Storyline"[^>]*?version="([\d.]+)"')


def _made_by(files: Files, href: str, *evidence: str) -> Tool | None:
    """Return the tool when one of these files is beside the launched page; meta.xml is of the same export."""
    folder = folder_of(without_query(href))
    if not any(files.find(folder + name) for name in evidence):
        return None
    meta = files.find(f"{folder}meta.xml")
    found = _VERSION.search(files[meta][:20_000]) if meta else None
    version = found[1].decode() if found else ""
    name = {"1": "Storyline 1", "2": "Storyline 2", "3": "Storyline 360"}.get(version.partition(".")[0], "Storyline")
    return Tool(name, version)


STORYLINE = Player("storyline", lambda files, href: _made_by(files, href, *_MODERN, *_OLDER))
STORYLINE_2018 = Player("storyline", lambda files, href: _made_by(files, href, *_OF_2018), "2018")
