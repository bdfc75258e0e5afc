"""Probes: facts about a frame, gathered once and read by every rule that `needs` them.

NAME.js is one function expression, `(axe) => fact`, evaluated in an isolated world of the frame. A fact about an
element carries the `element`; a probe that a rule of scope "screen" reads gives plain JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

_HERE = Path(__file__).parent

PROBES: Mapping[str, Path] = MappingProxyType(
    {
        "canvases": _HERE / "canvases.js",  # big canvases, their alternatives, the text of the frame
        "epub": _HERE / "epub.js",  # what an EPUB says of itself
        "links": _HERE / "links.js",  # links with their name and the words around them
        "rendered": _HERE / "rendered.js",  # what can be seen in the frame, as plain JSON
        "videos": _HERE / "videos.js",  # videos, their tracks, whether they have sound
    }
)


def read_probe(name: str) -> str:
    """The source of a probe: one function expression, without a semicolon. KeyError when there is none."""
    return PROBES[name].read_text(encoding="utf-8").strip().removesuffix(";")
