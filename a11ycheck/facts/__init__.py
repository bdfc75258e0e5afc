"""Probes: facts about a frame, gathered once and read by every rule that `needs` them.

NAME.js is one function expression, `(axe, facts) => fact`, evaluated in an isolated world of the frame; `facts` are
the other probes' facts, made when first read. A fact about an element carries the `element`; a probe that a rule of
scope "screen" or "site" reads gives plain JSON.

What a page cannot answer by itself (which language is this? what stands at the other end?) a probe asks: its rows
carry `ask`, plain JSON, and get `answer` from the function of the same name in ANSWERS before a check sees them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

_HERE = Path(__file__).parent

FACTS: Mapping[str, Path] = MappingProxyType(
    {
        "asked": _HERE / "asked.js",  # what fields ask about the person who fills them in, as plain JSON
        "canvases": _HERE / "canvases.js",  # big canvases, their alternatives, the text of the frame
        "clips": _HERE / "clips.js",  # boxes that cut off text; asks whether they do when zoomed to 200 %
        "editor": _HERE / "editor.js",  # what an editor on the page offers to authors, as plain JSON
        "ends": _HERE / "ends.js",  # links of the same name with different addresses; asks what stands there
        "epub": _HERE / "epub.js",  # what an EPUB says of itself
        "languages": _HERE / "languages.js",  # texts of the page and of passages; asks which language they are in
        "links": _HERE / "links.js",  # links with their name and the words around them
        "logins": _HERE / "logins.js",  # fields for a known password: may one paste, may a password manager fill in
        "media": _HERE / "media.js",  # audio and video with what stands around them: length, sound, transcripts
        "offers": _HERE / "offers.js",  # which media the page shows and which files it offers, as plain JSON
        "outline": _HERE / "outline.js",  # how one finds the way on the page, as plain JSON
        "page": _HERE / "page.js",  # names, roles, visibility, language of any element, and the texts of the page
        "players": _HERE / "players.js",  # the controls that stand around videos
        "prose": _HERE / "prose.js",  # what pages about accessibility, help and contact say, as plain JSON
        "rendered": _HERE / "rendered.js",  # what can be seen in the frame, as plain JSON
        "starts": _HERE / "starts.js",  # what stands before the text, no way past it; asks whether others repeat it
        "timed": _HERE / "timed.js",  # videos with the files of their captions; asks when these are shown
        "videos": _HERE / "videos.js",  # videos, their tracks, whether they have sound
    }
)


def fact_source(name: str) -> str:
    """The source of a probe: one function expression, without a semicolon. KeyError when there is none."""
    return FACTS[name].read_text(encoding="utf-8").strip().removesuffix(";")
