"""What a resolver is: who answers what a fact asks and a page cannot tell by itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from a11ycheck.browser.frames import Frame

Resolver = Callable[[Frame, Sequence[Any]], Awaitable[Sequence[Any]]]
"""What a probe asks of one frame, and an answer to each question; JSON both. ScriptError when the frame went away."""
