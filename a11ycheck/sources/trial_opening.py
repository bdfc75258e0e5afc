"""What the process does that opens a package first (sources/trial.py)."""

from __future__ import annotations

import json
from pathlib import Path

from a11ycheck.files.interface import Limits
from a11ycheck.sources import open_file


def open_here(data: bytes) -> None:
    """Open a package, and ask all that is asked of it before its first page is opened. For a process of its own.

    Raises MemoryError and RecursionError; other errors come again where the package is opened to be tested.
    """
    options = json.loads(data)
    player = Path(options["h5p_player"]) if options["h5p_player"] else None
    try:
        source = open_file(Path(options["path"]), Limits(**options["limits"]), (), player)
        for page in source.first_pages():
            source.walk_plan(page)
        source.documents()
        source.skipped()
    except (MemoryError, RecursionError):
        raise
    except Exception:  # noqa: BLE001 - it is raised again where the package is opened to be tested
        return
