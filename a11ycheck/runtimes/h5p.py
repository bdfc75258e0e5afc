"""The page in which a player of the user's own (h5p-standalone) runs H5P content."""

from __future__ import annotations

import json
from html import escape

PARTS = ("main.bundle.js", "frame.bundle.js", "styles/h5p.css")
"""What a folder has to hold to be a player: `dist` of the npm package h5p-standalone."""

# An LMS names the frame that it makes for the content; the player leaves that to us.
_START = """const place = document.getElementById("a11ycheck-h5p");
const name = () => { for (const frame of place.querySelectorAll("iframe")) frame.title = document.title; };
new H5PStandalone.H5P(place,"""


def player_page(title: str, lang: str, player: str, content: str) -> bytes:
    """HTML, UTF-8. `player` and `content` are addresses of the player's folder and of the content's, ending in "/"."""
    options = {
        "h5pJsonPath": content.rstrip("/"),
        "frameJs": f"{player}frame.bundle.js",
        "frameCss": f"{player}styles/h5p.css",
        "frame": False,
        "copyright": False,
        "export": False,
        "icon": False,
    }
    data = json.dumps(options).replace("<", "\\u003c")
    page = (
        f'<!DOCTYPE html><html lang="{escape(lang or "en")}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><script src="{escape(player)}main.bundle.js"></script></head>'
        f'<body style="margin: 0"><main id="a11ycheck-h5p"></main>'
        f"<script>{_START} {data}).then(name)</script></body></html>"
    )
    return page.encode("utf-8", "replace")
