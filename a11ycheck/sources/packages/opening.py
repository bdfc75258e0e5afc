"""How packages are opened: what the user asked for, and where on the package's host they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from a11ycheck.files.interface import Limits

HOST = "course.localhost"
"""The same for all packages, so that the address of a frame is the same in every report.

A name below .localhost is a secure context in every Chromium, as the LMS is that the package is made for; with
the proxy of its context (proxy.py) it never leads to loopback.
"""


@dataclass(slots=True)
class Budget:
    """What is left for packages inside packages: files, bytes unpacked, and bytes of zips that are held in memory."""

    members: int
    bytes: int
    memory: int


@dataclass(frozen=True, slots=True)
class Opening:
    """`allow` are the hosts ("cdn.example.org", "*.example.org") that a package may reach beside itself.

    `base` is the address of its root, ending in "/"; `depth` counts the packages around it, which share
    one `budget`. `h5p_player` is a folder with the files of h5p-standalone, if the user has one.
    """

    limits: Limits = field(default_factory=Limits)
    allow: tuple[str, ...] = ()
    h5p_player: Path | None = None
    base: str = f"http://{HOST}/"
    depth: int = 0
    budget: Budget | None = None
