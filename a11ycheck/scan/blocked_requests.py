"""What the closed network of a package blocked, where that may hide content from the audit."""

from __future__ import annotations

from collections.abc import Iterable

from a11ycheck.model import Event, Skipped

EMBEDDED = {"frame", "media"}
NEEDED = {"script", "other"}
"""What a page may need before anything can be seen on it."""


def blocked_hosts(events: Iterable[Event], *, has_empty_screen: bool) -> list[Skipped]:
    """Return the hosts of embedded content; where a screen stayed empty, also those of scripts and data."""
    found: dict[str, str] = {}
    for event in events:
        kinds = set(event.detail.split(",")) if event.kind == "blocked" else set()
        if EMBEDDED & kinds:
            found[event.what] = "blocked-content"
        elif has_empty_screen and NEEDED & kinds:
            found[event.what] = "blocked-script"
    return [Skipped(host, why, "") for host, why in found.items()]
