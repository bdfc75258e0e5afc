"""The page in which a player that the user provides (h5p-standalone) runs H5P content."""

from __future__ import annotations

import json
from functools import cache
from html import escape
from pathlib import Path
from string import Template

PARTS = ("main.bundle.js", "frame.bundle.js", "styles/h5p.css")
"""The files that make a folder a player: `dist` of the npm package h5p-standalone."""


def player_page(title: str, lang: str, player: str, content: str) -> bytes:
    """Return the HTML of the page in UTF-8.

    `player` and `content` are the addresses of the player's folder and of the content's folder, ending in "/".
    """
    options = {
        "h5pJsonPath": content.rstrip("/"),
        "frameJs": f"{player}frame.bundle.js",
        "frameCss": f"{player}styles/h5p.css",
        "frame": False,
        "copyright": False,
        "export": False,
        "icon": False,
    }
    page = _template().substitute(
        lang=escape(lang or "en"),
        title=escape(title),
        script=escape(f"{player}main.bundle.js"),
        options=json.dumps(options).replace("<", "\\u003c"),
    )
    return page.encode("utf-8", "replace")


@cache
def _template() -> Template:
    return Template(Path(__file__).with_name("h5p_player.html").read_text(encoding="utf-8"))
