"""Facts about a frame: gathered once, and read by every rule that `needs` them.

NAME.js exports one function, `(axe, facts) => fact`, which runs in the isolated world of the frame. `facts` are the
other facts, each made when it is first read. Rows about an element carry the `element`; a fact that rules of scope
"screen" or "site" read is plain JSON. types.py has a type for each fact, which inpage/facts.d.ts repeats for
TypeScript.

What a page cannot tell by itself (which language is this? what is at the other end?) a fact asks: its rows carry
`ask`, plain JSON, and get `answer` from the resolver with the name of the fact before a check reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

_HERE = Path(__file__).parent

FACTS: Mapping[str, Path] = MappingProxyType(
    {
        "asked": _HERE / "asked.js",  # what fields ask about the person who fills them in
        "canvases": _HERE / "canvases.js",  # large canvases, their alternatives, the text of the frame
        "clips": _HERE / "clips.js",  # boxes that cut off text; asks whether they do at 200 % zoom
        "editor": _HERE / "editor.js",  # what an editor on the page offers to authors
        "ends": _HERE / "ends.js",  # links with one name and different addresses; asks what is there
        "epub": _HERE / "epub.js",  # what an EPUB says about itself
        "languages": _HERE / "languages.js",  # texts of the page and of passages; asks which language they are in
        "links": _HERE / "links.js",  # links with their name and the words around them
        "logins": _HERE
        / "logins.js",  # fields for a known password: can one paste, can a password manager fill them in
        "media": _HERE / "media.js",  # audio and video, and what is around them: length, sound, transcripts
        "offers": _HERE / "offers.js",  # which media the page shows and which files it offers
        "outline": _HERE / "outline.js",  # how people find their way on the page
        "page": _HERE / "page.js",  # name, role, visibility and language of any element, and the texts of the page
        "players": _HERE / "players.js",  # the controls around videos
        "prose": _HERE / "prose.js",  # what pages about accessibility, help and contact say
        "rendered": _HERE / "rendered.js",  # what can be seen in the frame
        "starts": _HERE
        / "starts.js",  # what is before the text of a page with no way past it; asks whether others repeat it
        "timed": _HERE / "timed.js",  # the caption files of videos; asks when captions are shown
        "videos": _HERE / "videos.js",  # videos, their tracks, whether they have sound
    }
)


def fact_source(name: str) -> str:
    """Return the source of a fact. Raises KeyError when there is no such fact."""
    return FACTS[name].read_text(encoding="utf-8")
