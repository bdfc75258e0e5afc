"""Articulate Storyline: known by its player's files; meta.xml tells the version."""

from __future__ import annotations

import re

from a11ycheck.files.interface import Files
from a11ycheck.players.interface import Player, Tool

_PLAYER_FILES = ("html5/lib/scripts/app.min.js", "html5/lib/scripts/bootstrapper.min.js", "html5/data/js/data.js")
_OLDER_FILES = ("mobile/player_compiled.js", "story_content/user.js")
_VERSION = re.compile(rb'name="Articulate Storyline"[^>]*?version="([\d.]+)"')


def recognise(files: Files, href: str) -> Tool | None:
    """Storyline's player beside the launched page; meta.xml is of the same export."""
    folder = href.partition("?")[0].partition("#")[0].rpartition("/")[0]
    here = f"{folder}/" if folder else ""
    if not any(files.find(here + name) for name in (*_PLAYER_FILES, *_OLDER_FILES)):
        return None
    meta = files.find(f"{here}meta.xml")
    found = _VERSION.search(files[meta][:20_000]) if meta else None
    version = found[1].decode() if found else ""
    if version.startswith("2."):
        return Tool("Storyline 2", version)
    return Tool("Storyline 360" if version.startswith("3.") and version.count(".") == 3 else "Storyline", version)


STORYLINE = Player("storyline", recognise)
