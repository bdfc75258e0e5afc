"""Answers to requests: the seam between the proxy, packages, and the run-times that their pages talk to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Response:
    """A status, headers with lower-case names, and the body."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


Responder = Callable[[str, str, dict[str, str], bytes], Response]
"""method, path with query, headers (lower-case names), body -> Response. May be called from any thread."""


@dataclass(frozen=True, slots=True)
class PackageNetwork:
    """A closed network: only `host`, for which `respond` answers, and `allow_hosts` can be reached."""

    host: str
    respond: Responder
    allow_hosts: tuple[str, ...] = ()
