"""The breadcrumbs of a page: the path to it as the page itself shows it."""

from __future__ import annotations

Breadcrumbs = tuple[tuple[str, str], ...]
"""Name and address of each step, from course to activity; the page itself comes last, under its own name."""


def breadcrumb_names(breadcrumbs: Breadcrumbs) -> tuple[str, ...]:
    """Return the name of each step."""
    return tuple(name for name, _ in breadcrumbs)
