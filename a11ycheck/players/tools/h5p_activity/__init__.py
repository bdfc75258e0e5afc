"""H5P activities in a page: known by the content and its libraries, or by the player that shows them."""

from __future__ import annotations

from urllib.parse import unquote

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.interface import Player

HEAD = 400_000
_SIGNS = (b"H5PStandalone", b"h5p-iframe", b"h5p-container", b"H5PIntegration")


def recognise(files: Files, href: str) -> Tool | None:
    """An H5P player named in the launched page, or content of H5P in the package."""
    launched = files.find(unquote(href.partition("?")[0].partition("#")[0]))
    if launched is not None and any(sign in files[launched][:HEAD] for sign in _SIGNS):
        return Tool("H5P")
    about = files.find("h5p.json")
    return Tool("H5P") if about is not None and files.find("content/content.json") is not None else None


H5P_ACTIVITY = Player("h5p_activity", recognise)
