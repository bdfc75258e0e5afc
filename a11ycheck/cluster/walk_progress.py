"""How the progress of a walkthrough is carried from one process to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from a11ycheck.players.walkthrough import Walkthrough

WalkProgress = Mapping[str, object]
"""The fields of a Walkthrough that change during the walk, by name."""
_FIXED = ("page", "plan", "states")


def progress_of(walkthrough: Walkthrough) -> WalkProgress:
    """Return what changes of a walkthrough while it is walked."""
    return {each.name: getattr(walkthrough, each.name) for each in fields(walkthrough) if each.name not in _FIXED}


def apply_progress(walkthrough: Walkthrough, progress: WalkProgress) -> None:
    """Bring a walkthrough to where another process left it."""
    for name, value in progress.items():
        setattr(walkthrough, name, value)
