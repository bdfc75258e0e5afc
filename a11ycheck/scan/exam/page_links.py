"""The links of a screen, in all its frames."""

from __future__ import annotations

from urllib.parse import urlsplit

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script
from a11ycheck.web.links import is_document

MOST_LINKS = 5000
"""Links that are read from one frame."""


async def read_links(root: Frame) -> tuple[str, ...]:
    """Return the absolute addresses that the screen links to, each once, in document order."""
    found: dict[str, None] = {}
    for frame in root.walk():
        try:
            rows: list[tuple[str, bool]] = await frame.run(script("scan/links"), MOST_LINKS)
        except ScriptError:
            continue  # a frame that left meanwhile has no links for us
        links = [link for link, shown in rows if not shown or is_document(urlsplit(link).path)]
        # "#" in a frame stays in that frame: what is shown there is a part of this screen, no page of its own.
        here = frame.url.partition("#")[0] if frame is not root else ""
        found |= dict.fromkeys(link for link in links if link.partition("#")[0] != here)
    return tuple(found)
