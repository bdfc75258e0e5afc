"""The way to a page as it says itself: its breadcrumbs."""

from __future__ import annotations

from a11ycheck.frames import Frame, ScriptError
from a11ycheck.inpage import script

Trail = tuple[tuple[str, str], ...]
"""Name and address of each step, from course to activity; the page itself is the last, with its own name."""


async def read_trail(root: Frame) -> Trail:
    """() where a page says no way."""
    try:
        said: list[list[str]] = await root.run(script("trail"))
    except ScriptError:
        return ()
    return tuple((name, address) for name, address in said)


def names(trail: Trail) -> tuple[str, ...]:
    """The steps as a person reads them."""
    return tuple(name for name, _ in trail)
