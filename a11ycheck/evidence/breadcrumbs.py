"""The way to a page as it says itself: its breadcrumbs."""

from __future__ import annotations

Breadcrumbs = tuple[tuple[str, str], ...]
"""Name and address of each step, from course to activity; the page itself is the last, with its own name."""


def names(trail: Breadcrumbs) -> tuple[str, ...]:
    """The steps as a person reads them."""
    return tuple(name for name, _ in trail)
