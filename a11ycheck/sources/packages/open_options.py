"""How packages are opened: what the user allows, and where on the package host they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from a11ycheck.files.interface import Limits
from a11ycheck.sources.served_host import HOST


@dataclass(slots=True)
class RemainingLimits:
    """What is left for packages inside packages: files, bytes unpacked, and bytes of zips that are held in memory."""

    members: int
    bytes: int
    memory: int


@dataclass(frozen=True, slots=True)
class OpenOptions:
    """`allow_hosts` are the hosts ("cdn.example.org", "*.example.org") that a package may reach besides itself.

    `root` is the address of its top folder, ending in "/". `depth` counts the packages around it, which share one
    `remaining`. `h5p_player` is a folder with the files of h5p-standalone, if the user has one.
    """

    limits: Limits = field(default_factory=Limits)
    allow_hosts: tuple[str, ...] = ()
    h5p_player: Path | None = None
    root: str = f"http://{HOST}/"
    depth: int = 0
    remaining: RemainingLimits | None = None
