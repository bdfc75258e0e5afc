"""What a package's own origin answers to a request: the seam between the proxy, the packages and their run-times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Response:
    """Status, headers (lower-case names) and the body."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


Origin = Callable[[str, str, dict[str, str], bytes], Response]
"""method, path with query, headers (lower-case names), body -> Response. May be called from a thread."""


@dataclass(frozen=True, slots=True)
class PackageNetwork:
    """A closed network: nothing but `host` (answered by `origin`) and the `allow`ed hosts can be reached."""

    host: str
    origin: Origin
    allow: tuple[str, ...] = field(default=())
