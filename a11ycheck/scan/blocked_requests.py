"""What the closed network of a package kept out, where that hides something from us."""

from __future__ import annotations

from collections.abc import Iterable

from a11ycheck.model import Event, Skipped

EMBEDDED = {"frame", "media"}
NEEDED = {"script", "other"}
"""What a page may need before anything is seen on it."""


def kept_out(events: Iterable[Event], empty: bool) -> list[Skipped]:
    """The hosts of embedded content; where a screen stayed `empty`, also those of scripts and data."""
    found: dict[str, str] = {}
    for event in events:
        kinds = set(event.detail.split(",")) if event.kind == "blocked" else set()
        if EMBEDDED & kinds:
            found[event.what] = "blocked-content"
        elif empty and NEEDED & kinds:
            found[event.what] = "blocked-script"
    return [Skipped(host, why, "") for host, why in found.items()]
