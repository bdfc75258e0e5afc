"""What a resolver is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from a11ycheck.browser.frames import Frame

Resolver = Callable[[Frame, Sequence[Any]], Awaitable[Sequence[Any]]]
"""Answers the questions of a fact about one frame: JSON in, one JSON answer to each out.

Raises ScriptError when the frame went away.
"""
