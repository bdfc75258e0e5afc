"""What a package's own origin answers to a request: the seam between the proxy, the packages and their run-times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers (lower-case names) and the body."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


Origin = Callable[[str, str, dict[str, str], bytes], Answer]
"""method, path with query, headers (lower-case names), body -> Answer. May be called from a thread."""
