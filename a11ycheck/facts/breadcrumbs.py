"""The way to a page as it says itself: its breadcrumbs."""

from __future__ import annotations

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.evidence.breadcrumbs import Breadcrumbs
from a11ycheck.inpage import script


async def read_breadcrumbs(root: Frame) -> Breadcrumbs:
    """() where a page says no way."""
    try:
        said: list[list[str]] = await root.run(script("facts/breadcrumbs"))
    except ScriptError:
        return ()
    return tuple((name, address) for name, address in said)
