"""Camtasia's smart player: known by the page that a video gets, NAME_player.html; its settings tell the version."""

from __future__ import annotations

import re

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.interface import Player

_PLAYER = re.compile(rb"tscVideoContent|techsmith-smart-player")
_SOURCE = re.compile(rb'dc:source="Camtasia[^",]*,([^",]+)')


def recognise(files: Files, href: str) -> Tool | None:
    """A player's page beside the launched one, or itself launched."""
    folder = href.partition("?")[0].rpartition("/")[0]
    here = f"{folder}/" if folder else ""
    for name in files:
        if not name.startswith(here) or not name.endswith("_player.html") or not _PLAYER.search(files[name][:200_000]):
            continue
        settings = files.find(f"{name.removesuffix('_player.html')}_config.xml")
        version = _SOURCE.search(files[settings][:200_000]) if settings else None
        return Tool("Camtasia", version[1].decode("utf-8", "replace")[:20] if version else "")
    return None


CAMTASIA = Player("camtasia", recognise)
