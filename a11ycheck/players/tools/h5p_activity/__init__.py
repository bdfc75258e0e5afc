"""H5P activities in a page: recognised by the content and its libraries, or by the player that shows them."""

from __future__ import annotations

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.evidence import launched_file
from a11ycheck.players.interface import Player

HEAD = 400_000
"""Bytes of a page that are searched."""
_SIGNS = (b"H5PStandalone", b"h5p-iframe", b"h5p-container", b"H5PIntegration")


def recognise(files: Files, href: str) -> Tool | None:
    """Look for an H5P player in the launched page, or for the content of an activity in the package."""
    launched = files.find(launched_file(href))
    if launched is not None and any(sign in files[launched][:HEAD] for sign in _SIGNS):
        return Tool("H5P")
    about = files.find("h5p.json")
    return Tool("H5P") if about is not None and files.find("content/content.json") is not None else None


H5P_ACTIVITY = Player("h5p_activity", recognise, parts=("content_types",))
