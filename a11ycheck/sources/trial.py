"""Open a package in a process of its own first, so that one which nobody can read to its end is refused in time."""

from __future__ import annotations

import json
from dataclasses import asdict

from a11ycheck.errors import TargetError
from a11ycheck.isolation.process import Crashed, IsolatedCall, TimeUp
from a11ycheck.sources.interface import PackageFile

SECONDS = 60.0
"""Time of the processor for opening a package; one with 20,000 files takes less than ten."""


def try_opening(file: PackageFile, seconds: float = SECONDS) -> None:
    """Return when the package can be opened, or is refused for a reason, within so many seconds of the processor.

    Raises TargetError when it takes longer or more memory than packages do.
    """
    options = {"path": str(file.path), "limits": asdict(file.limits), "h5p_player": str(file.h5p_player or "")}
    try:
        IsolatedCall("a11ycheck.sources.trial_opening:open_here", seconds).run_blocking(json.dumps(options).encode())
    except TimeUp:
        raise TargetError("package-too-slow", name=file.path.name, seconds=f"{seconds:.0f}") from None
    except Crashed:
        raise TargetError("package-too-complex", name=file.path.name) from None
