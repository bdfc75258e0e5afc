"""Read the breadcrumbs of a page: the way to it that the page itself states."""

from __future__ import annotations

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.evidence.breadcrumbs import Breadcrumbs
from a11ycheck.inpage import script


async def read_breadcrumbs(root: Frame) -> Breadcrumbs:
    """Return the breadcrumbs of a page; () when it has none."""
    try:
        steps: list[list[str]] = await root.run(script("facts/breadcrumbs"))
    except ScriptError:
        return ()
    return tuple((name, address) for name, address in steps)
