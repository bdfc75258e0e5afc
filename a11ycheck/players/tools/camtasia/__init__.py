"""Camtasia's smart player: recognised by the page of a video, NAME_player.html; its settings tell the version."""

from __future__ import annotations

import re

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.evidence import folder_of
from a11ycheck.players.interface import Player

_PLAYER = re.compile(rb"tscVideoContent|techsmith-smart-player")
_SOURCE = re.compile(rb'dc:source="Camtasia[^",]*,([^",]+)')

HEAD = 200_000
"""Bytes of a file that are searched."""


def recognise(files: Files, href: str) -> Tool | None:
    """Look for the page of a video beside the launched page or below it; it may be the launched page itself."""
    folder = folder_of(href.partition("?")[0])
    for name in files:
        if not name.startswith(folder) or not name.endswith("_player.html"):
            continue
        if not _PLAYER.search(files[name][:HEAD]):
            continue
        settings = files.find(f"{name.removesuffix('_player.html')}_config.xml")
        version = _SOURCE.search(files[settings][:HEAD]) if settings else None
        return Tool("Camtasia", version[1].decode("utf-8", "replace")[:20] if version else "")
    return None


CAMTASIA = Player("camtasia", recognise)
